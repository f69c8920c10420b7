extension HolidayLaw {
  // The years in which a President takes office keep Restoration Day where it is.
  static let dominicanRepublic = HolidayLaw(
    "Ley 139-97",
    [
      .on(1, 1, "Año Nuevo"),
      .on(1, 6, "Día de los Santos Reyes", moved: .nearMonday),
      .on(1, 21, "Día de la Altagracia"),
      .on(1, 26, "Día de Duarte", moved: .nearMonday),
      .on(2, 27, "Día de la Independencia Nacional"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo", moved: .nearMondayAndSunday),
      .easter(60, "Corpus Christi"),
      .on(
        8, 16, "Día de la Restauración", moved: .nearMonday,
        decreed: [2016: (8, 16), 2020: (8, 16), 2024: (8, 16), 2028: (8, 16), 2032: (8, 16), 2036: (8, 16)]),
      .on(9, 24, "Día de las Mercedes"),
      .on(11, 6, "Día de la Constitución", moved: .nearMonday),
      .on(12, 25, "Navidad"),
    ])

  // A holiday on a Sunday is kept on the Monday as well (art. 388); one on a Saturday is not kept on the
  // Friday, which is a rule for the employees of the federation (5 U.S.C. 6103).
  static let puertoRico = HolidayLaw(
    "Código Político de 1902, arts. 387 y 388 (1 L.P.R.A. 71 y ss.)",
    [
      .on(1, 1, "Año Nuevo", moved: .mondayToo),
      .on(1, 6, "Día de Reyes"),
      .nth(3, .monday, of: 1, "Natalicio de Martin Luther King, Jr."),
      .nth(3, .monday, of: 2, "Día de los Presidentes y de los Próceres Puertorriqueños", "Ley 111-2014"),
      .on(3, 22, "Día de la Abolición de la Esclavitud", moved: .mondayToo),
      .easter(-2, "Viernes Santo"),
      .nth(-1, .monday, of: 5, "Día de la Recordación"),
      .on(
        6, 19, "Día Nacional de la Independencia (Juneteenth)", "5 U.S.C. 6103", moved: .mondayToo, from: 2021
      ),
      .on(7, 4, "Día de la Independencia de los Estados Unidos", moved: .mondayToo),
      .on(7, 25, "Día de la Constitución de Puerto Rico", moved: .mondayToo),
      .nth(1, .monday, of: 9, "Día del Trabajo"),
      .nth(2, .monday, of: 10, "Día de la Raza"),
      .on(11, 11, "Día del Veterano", moved: .mondayToo),
      .on(11, 19, "Día de la Puertorriqueñidad", "Ley 117-2022", moved: .mondayToo),
      .nth(4, .thursday, of: 11, "Día de Acción de Gracias"),
      .on(12, 25, "Navidad", moved: .mondayToo),
    ])
}
