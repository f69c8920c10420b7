extension HolidayLaw {
  // Maundy Thursday is a "día no laborable": the employer chooses (Ley de Contrato de Trabajo, art. 167).
  static let argentina = HolidayLaw(
    "Ley 27.399",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-48, "Carnaval"),
      .easter(-47, "Carnaval"),
      .on(3, 24, "Día Nacional de la Memoria por la Verdad y la Justicia"),
      .on(
        4, 2, "Día del Veterano y de los Caídos en la Guerra de Malvinas",
        // Decreto 297/2020.
        decreed: [2020: (3, 31)]),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo"),
      .on(5, 25, "Día de la Revolución de Mayo"),
      // The Monday after a Friday 17 is Belgrano's own holiday.
      .on(
        6, 17, "Paso a la Inmortalidad del General Martín Miguel de Güemes", moved: .nearMondayButFriday,
        from: 2016),
      .on(6, 20, "Paso a la Inmortalidad del General Manuel Belgrano"),
      .on(7, 9, "Día de la Independencia"),
      .on(
        8, 17, "Paso a la Inmortalidad del General José de San Martín", moved: .nearMonday,
        // The third Monday, by Decreto 1584/2010.
        decreed: [2015: (8, 17), 2016: (8, 15)]),
      .on(
        10, 12, "Día del Respeto a la Diversidad Cultural", moved: .nearMonday,
        // The second Monday, by Decreto 1584/2010.
        decreed: [2015: (10, 12), 2016: (10, 10)]),
      .on(
        11, 20, "Día de la Soberanía Nacional", moved: .nearMonday,
        // Decreto 2226/2015; the fourth Monday, by Decreto 1584/2010.
        decreed: [2015: (11, 27), 2016: (11, 28)]),
      .on(12, 8, "Inmaculada Concepción de María"),
      .on(12, 25, "Navidad"),
    ])

  static let chile = HolidayLaw(
    "Ley 2.977",
    [
      .on(1, 1, "Año Nuevo"),
      .on(1, 2, "Feriado nacional", "Ley 20.983", moved: .onlyOnMonday, from: 2017),
      .easter(-2, "Viernes Santo"),
      .easter(-1, "Sábado Santo"),
      .on(5, 1, "Día Nacional del Trabajo", "Código del Trabajo, art. 35"),
      .on(5, 21, "Día de las Glorias Navales"),
      .juneSolstice(
        "Día Nacional de los Pueblos Indígenas", "Ley 21.357", decreed: [2021: (6, 21)], from: 2021),
      .on(6, 29, "San Pedro y San Pablo", "Ley 19.668", moved: .mondayOfTheWeek),
      .on(7, 16, "Virgen del Carmen", "Ley 20.148"),
      .on(8, 15, "Asunción de la Virgen"),
      .on(9, 17, "Fiestas Patrias", "Ley 20.215", moved: .onlyOnMonday, until: 2016),
      .on(9, 17, "Fiestas Patrias", "Leyes 20.215 y 20.983", moved: .onlyOnMondayOrFriday, from: 2017),
      .on(9, 18, "Independencia Nacional"),
      .on(9, 19, "Día de las Glorias del Ejército"),
      .on(9, 20, "Fiestas Patrias", "Ley 20.215", moved: .onlyOnFriday),
      .on(10, 12, "Encuentro de Dos Mundos", "Ley 19.668", moved: .mondayOfTheWeek),
      .on(
        10, 31, "Día de las Iglesias Evangélicas y Protestantes", "Ley 20.299", moved: .nearFriday),
      .on(11, 1, "Día de Todos los Santos"),
      .on(12, 8, "Inmaculada Concepción"),
      .on(12, 25, "Navidad"),
    ])

  // The five on which nobody works, and those of a new President. On the others, Carnival, Tourism Week and
  // the ones that Ley 16.805 moves among them, work goes on.
  static let uruguay = HolidayLaw(
    "Ley 16.805",
    [
      .on(1, 1, "Año Nuevo"),
      .on(
        3, 1, "Transmisión del mando presidencial", "Decreto-Ley 10.396 y Decreto 120/985", from: 1985,
        every: 5),
      .on(5, 1, "Día de los Trabajadores"),
      .on(7, 18, "Jura de la Constitución"),
      .on(8, 25, "Declaratoria de la Independencia"),
      .on(12, 25, "Día de la Familia"),
    ])

  // Single years as the decrees under Ley 1723/2001 and, since 2025, under Ley 7544/2025 moved them.
  static let paraguay = HolidayLaw(
    "Ley 7544/2025, antes Ley 8/1990",
    [
      .on(1, 1, "Año Nuevo"),
      .on(
        3, 1, "Día de los Héroes de la Patria",
        decreed: [
          2016: (2, 29), 2017: (2, 27), 2018: (2, 26), 2019: (3, 4), 2022: (2, 28), 2023: (2, 27),
          2025: (3, 3),
        ]),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .easter(0, "Domingo de Resurrección"),
      .on(5, 1, "Día de los Trabajadores"),
      .on(5, 14, "Día de la Independencia Nacional", "Ley 4531/2011"),
      .on(5, 15, "Día de la Independencia Nacional"),
      .on(
        6, 12, "Día de la Paz del Chaco",
        decreed: [2018: (6, 11), 2019: (6, 17), 2024: (6, 10), 2025: (6, 16)]),
      .on(6, 20, "Día de la Jura de la Constitución Nacional", decreed: [2026: (6, 22)], from: 2026),
      .on(8, 15, "Día de la Fundación de Asunción", decreed: [2017: (8, 14)]),
      .on(
        9, 29, "Día de la Batalla de Boquerón", "Ley 1601/2000",
        decreed: [
          2015: (9, 28), 2016: (10, 3), 2017: (10, 2), 2021: (9, 27), 2022: (10, 3), 2024: (9, 30),
        ]),
      .on(12, 8, "Día de la Virgen de Caacupé"),
      .on(12, 25, "Navidad"),
    ])
}
