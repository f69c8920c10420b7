extension HolidayLaw {
  static let mexico = HolidayLaw(
    "Ley Federal del Trabajo, art. 74",
    [
      .on(1, 1, "Año Nuevo"),
      .nth(1, .monday, of: 2, "Día de la Constitución"),
      .nth(3, .monday, of: 3, "Natalicio de Benito Juárez"),
      .on(5, 1, "Día del Trabajo"),
      .on(9, 16, "Día de la Independencia"),
      .on(10, 1, "Transmisión del Poder Ejecutivo Federal", from: 2024, every: 6),
      .nth(3, .monday, of: 11, "Día de la Revolución"),
      .on(12, 1, "Transmisión del Poder Ejecutivo Federal", from: 2006, until: 2018, every: 6),
      .on(12, 25, "Navidad"),
    ])

  // Art. 127 has half of 24 and 31 December off as well, and each town's own feast.
  static let guatemala = HolidayLaw(
    "Código de Trabajo, art. 127",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .easter(-1, "Sábado Santo"),
      .on(5, 1, "Día del Trabajo", decreed: [2019: (4, 29)]),
      .on(6, 30, "Día del Ejército", "Decreto 19-2018", moved: .nearMondayAllWeek, movedFrom: 2019),
      .on(9, 15, "Día de la Independencia"),
      // The Constitutional Court took it out of Decreto 19-2018 (expediente 5536-2018).
      .on(10, 20, "Día de la Revolución", decreed: [2018: (10, 22), 2019: (10, 21)]),
      .on(11, 1, "Día de Todos los Santos"),
      .on(12, 25, "Navidad"),
    ])

  // Art. 190 has 3 and 5 August off in the city of San Salvador as well, and each town's own feast.
  static let elSalvador = HolidayLaw(
    "Código de Trabajo, art. 190",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .easter(-1, "Sábado Santo"),
      .on(5, 1, "Día del Trabajo"),
      .on(5, 10, "Día de la Madre", "Decreto Legislativo 399 de 2016", from: 2016),
      .on(6, 17, "Día del Padre", "Decreto Legislativo 208 de 2012"),
      .on(8, 6, "Celebración del Divino Salvador del Mundo"),
      .on(9, 15, "Día de la Independencia"),
      .on(11, 2, "Día de los Difuntos"),
      .on(12, 25, "Navidad"),
    ])

  // The morazanic week begins and ends at noon by law; whole days here.
  static let honduras = HolidayLaw(
    "Código del Trabajo, art. 339",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .easter(-1, "Sábado de Gloria"),
      .on(4, 14, "Día de las Américas"),
      .on(5, 1, "Día del Trabajo"),
      .on(9, 15, "Día de la Independencia"),
      .nth(1, .wednesday, of: 10, "Semana Morazánica", "Decreto 78-2015"),
      .nth(1, .wednesday, of: 10, later: 1, "Semana Morazánica", "Decreto 78-2015"),
      .nth(1, .wednesday, of: 10, later: 2, "Semana Morazánica", "Decreto 78-2015"),
      .on(12, 25, "Navidad"),
    ])

  static let nicaragua = HolidayLaw(
    "Código del Trabajo (Ley 185), art. 66",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo"),
      .on(5, 30, "Día de la Madre", "Ley 1118 de 2022", from: 2022),
      .on(7, 19, "Día de la Revolución"),
      .on(9, 14, "Batalla de San Jacinto"),
      .on(9, 15, "Día de la Independencia"),
      .on(12, 8, "Inmaculada Concepción de María"),
      .on(12, 25, "Navidad"),
    ])

  // Art. 148 names 2 and 31 August and 1 December too, as days that need not be paid.
  static let costaRica = HolidayLaw(
    "Código de Trabajo, art. 148",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .on(4, 11, "Día de Juan Santamaría", decreed: [2023: (4, 10), 2024: (4, 15)]),
      .on(5, 1, "Día Internacional del Trabajo", decreed: [2021: (5, 3)]),
      // Moved by Ley 9875 for 2020 to 2024; Ley 10438 took 2024 back.
      .on(
        7, 25, "Anexión del Partido de Nicoya",
        decreed: [2020: (7, 27), 2021: (7, 26), 2023: (7, 24)]),
      .on(8, 15, "Día de la Madre", decreed: [2020: (8, 17), 2023: (8, 14), 2024: (8, 19)]),
      .on(9, 15, "Día de la Independencia", decreed: [2020: (9, 14), 2021: (9, 13), 2022: (9, 19)]),
      .on(10, 12, "Día de las Culturas", "Ley 8442", moved: .workdayToNextMonday, until: 2019),
      .on(12, 25, "Navidad"),
    ])

  // Art. 47: the Monday after a holiday on a Sunday is a day of rest.
  static let panama = HolidayLaw(
    "Código de Trabajo, arts. 46 y 47",
    [
      .on(1, 1, "Año Nuevo", moved: .mondayToo),
      .on(1, 9, "Día de los Mártires", moved: .mondayToo),
      .easter(-47, "Martes de Carnaval"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo", moved: .mondayToo),
      .on(7, 1, "Toma de posesión del Presidente", moved: .mondayToo, from: 1994, every: 5),
      .on(11, 3, "Separación de Panamá de Colombia", moved: .mondayToo),
      .on(11, 5, "Día de Colón", "Ley 55 de 2001", moved: .mondayToo),
      .on(11, 10, "Primer Grito de Independencia", moved: .mondayToo),
      .on(11, 28, "Independencia de Panamá de España", moved: .mondayToo),
      .on(12, 8, "Día de la Madre", moved: .mondayToo),
      .on(12, 20, "Día de Duelo Nacional", "Ley 291 de 2022", moved: .mondayToo, from: 2022),
      .on(12, 25, "Navidad", moved: .mondayToo),
    ])
}
