extension HolidayLaw {
  // Carnival and Corpus Christi are "pontos facultativos".
  static let brazil = HolidayLaw(
    "Lei 662/1949, com a redação da Lei 10.607/2002",
    [
      .on(1, 1, "Confraternização Universal"),
      .easter(-2, "Sexta-feira Santa", "Lei 9.093/1995, art. 2"),
      .on(4, 21, "Tiradentes"),
      .on(5, 1, "Dia do Trabalho"),
      .on(9, 7, "Independência do Brasil"),
      .on(10, 12, "Nossa Senhora Aparecida", "Lei 6.802/1980"),
      .on(11, 2, "Finados"),
      .on(11, 15, "Proclamação da República"),
      .on(11, 20, "Dia Nacional de Zumbi e da Consciência Negra", "Lei 14.759/2023", from: 2024),
      .on(12, 25, "Natal"),
    ])

  // What falls on a Sunday each region moves to the Monday or replaces by a day of its own.
  static let spain = HolidayLaw(
    "Real Decreto 2001/1983, art. 45; Estatuto de los Trabajadores, art. 37.2",
    [
      .on(1, 1, "Año Nuevo", moved: .notOnSunday),
      .on(1, 6, "Epifanía del Señor", moved: .notOnSunday),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Fiesta del Trabajo", moved: .notOnSunday),
      .on(8, 15, "Asunción de la Virgen", moved: .notOnSunday),
      .on(10, 12, "Fiesta Nacional de España", moved: .notOnSunday),
      .on(11, 1, "Todos los Santos", moved: .notOnSunday),
      .on(12, 6, "Día de la Constitución Española", moved: .notOnSunday),
      .on(12, 8, "Inmaculada Concepción", moved: .notOnSunday),
      .on(12, 25, "Natividad del Señor", moved: .notOnSunday),
    ])
}
