extension HolidayLaw {
  static let colombia = HolidayLaw(
    "Ley 51 de 1983",
    [
      .on(1, 1, "Año Nuevo"),
      .on(1, 6, "Día de los Reyes Magos", moved: .nextMonday),
      .on(3, 19, "Día de San José", moved: .nextMonday),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo"),
      .easter(39, "Ascensión del Señor", moved: .nextMonday),
      .easter(60, "Corpus Christi", moved: .nextMonday),
      .easter(68, "Sagrado Corazón de Jesús", moved: .nextMonday),
      .on(6, 29, "San Pedro y San Pablo", moved: .nextMonday),
      .on(
        7, 9, "Día de Nuestra Señora del Rosario de Chiquinquirá", "Ley 2578 de 2026, art. 6",
        moved: .nextMonday, from: 2026),
      .on(7, 20, "Día de la Independencia"),
      .on(8, 7, "Batalla de Boyacá"),
      .on(8, 15, "La Asunción de la Virgen", moved: .nextMonday),
      .on(10, 12, "Día de la Raza", moved: .nextMonday),
      .on(11, 1, "Día de Todos los Santos", moved: .nextMonday),
      .on(11, 11, "Independencia de Cartagena", moved: .nextMonday),
      .on(12, 8, "La Inmaculada Concepción"),
      .on(12, 25, "Navidad"),
    ])

  static let venezuela = HolidayLaw(
    "Ley Orgánica del Trabajo, los Trabajadores y las Trabajadoras, art. 184",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-48, "Lunes de Carnaval"),
      .easter(-47, "Martes de Carnaval"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .on(4, 19, "Declaración de la Independencia", "Ley de Fiestas Nacionales de 1971"),
      .on(5, 1, "Día del Trabajador"),
      .on(5, 15, "Día de la Familia", "Decreto presidencial de mayo de 2024", from: 2024),
      .on(6, 24, "Batalla de Carabobo", "Ley de Fiestas Nacionales de 1971"),
      .on(7, 5, "Día de la Independencia", "Ley de Fiestas Nacionales de 1971"),
      .on(7, 24, "Natalicio de Simón Bolívar", "Ley de Fiestas Nacionales de 1971"),
      .on(10, 12, "Día de la Resistencia Indígena", "Ley de Fiestas Nacionales de 1971"),
      .on(12, 24, "Nochebuena"),
      .on(12, 25, "Navidad"),
      .on(12, 31, "Fin de Año"),
    ])

  // Since 2017 the rest itself moves: the date that it leaves is a workday.
  static let ecuador = HolidayLaw(
    "Código del Trabajo, art. 65, reformado por la ley del 20 de diciembre de 2016",
    [
      .on(1, 1, "Año Nuevo", moved: .offTheWeekend, movedFrom: 2017),
      .easter(-48, "Carnaval"),
      .easter(-47, "Carnaval"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo", moved: .longWeekend, movedFrom: 2017),
      .on(5, 24, "Batalla de Pichincha", moved: .longWeekend, movedFrom: 2017),
      .on(8, 10, "Primer Grito de Independencia", moved: .longWeekend, movedFrom: 2017),
      .on(10, 9, "Independencia de Guayaquil", moved: .longWeekend, movedFrom: 2017),
      .on(11, 2, "Día de los Difuntos", moved: .firstOfTwo, movedFrom: 2017),
      .on(11, 3, "Independencia de Cuenca", moved: .secondOfTwo, movedFrom: 2017),
      .on(12, 25, "Navidad", moved: .offTheWeekend, movedFrom: 2017),
    ])

  static let peru = HolidayLaw(
    "Decreto Legislativo 713, art. 6",
    [
      .on(1, 1, "Año Nuevo"),
      .easter(-3, "Jueves Santo"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo"),
      .on(6, 7, "Batalla de Arica y Día de la Bandera", "Ley 31788", from: 2024),
      .on(6, 29, "San Pedro y San Pablo"),
      .on(7, 23, "Día de la Fuerza Aérea del Perú", "Ley 31822", from: 2023),
      .on(7, 28, "Fiestas Patrias"),
      .on(7, 29, "Fiestas Patrias"),
      .on(8, 6, "Batalla de Junín", "Ley 31530", from: 2022),
      .on(8, 30, "Santa Rosa de Lima"),
      .on(10, 8, "Combate de Angamos"),
      .on(11, 1, "Día de Todos los Santos"),
      .on(12, 8, "Inmaculada Concepción"),
      .on(12, 9, "Batalla de Ayacucho", "Ley 31381", from: 2022),
      .on(12, 25, "Navidad"),
    ])

  // 2 November is not among those that a Sunday moves.
  static let bolivia = HolidayLaw(
    "Decreto Supremo 2750 de 2016",
    [
      .on(1, 1, "Año Nuevo", moved: .mondayToo),
      .on(1, 22, "Día del Estado Plurinacional de Bolivia", moved: .mondayToo),
      .easter(-48, "Carnaval"),
      .easter(-47, "Carnaval"),
      .easter(-2, "Viernes Santo"),
      .on(5, 1, "Día del Trabajo", moved: .mondayToo),
      .easter(60, "Corpus Christi"),
      .on(6, 21, "Año Nuevo Andino Amazónico", moved: .mondayToo),
      .on(8, 6, "Día de la Independencia", moved: .mondayToo),
      .on(11, 2, "Día de Todos los Difuntos"),
      .on(12, 25, "Navidad", moved: .mondayToo),
    ])
}
