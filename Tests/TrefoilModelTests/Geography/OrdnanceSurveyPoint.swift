import Testing

/// A place whose WGS84 (ETRS89) and National Grid coordinates the Ordnance Survey publishes.
///
/// From the test points that come with the OSTN15 transformation, to a millimetre. They are the
/// exact definition of the grid, not the Helmert approximation to it.
struct OrdnanceSurveyPoint: Sendable, CustomTestStringConvertible {
  let name: String
  let latitude: Double
  let longitude: Double
  let easting: Double
  let northing: Double

  var testDescription: String { name }

  init(_ name: String, _ latitude: Double, _ longitude: Double, _ easting: Double, _ north: Double)
  {
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.easting = easting
    northing = north
  }

  static let england = [
    OrdnanceSurveyPoint("St Mary's, Scilly", 49.92226394, -6.29977752, 91492.146, 11318.804),
    OrdnanceSurveyPoint("Lizard Point", 49.96006138, -5.20304610, 170370.718, 11572.405),
    OrdnanceSurveyPoint("Plymouth", 50.43885826, -4.10864564, 250359.811, 62016.569),
    OrdnanceSurveyPoint("St Catherine's Point", 50.57563665, -1.29782277, 449816.371, 75335.861),
    OrdnanceSurveyPoint("Southampton", 50.93127938, -1.45051434, 438710.920, 114792.250),
    OrdnanceSurveyPoint("North Foreland", 51.37447026, 1.44454730, 639821.835, 169565.858),
    OrdnanceSurveyPoint("Brislington", 51.42754743, -2.54407618, 362269.991, 169978.690),
    OrdnanceSurveyPoint("Lambeth", 51.48936565, -0.11992557, 530624.974, 178388.464),
    OrdnanceSurveyPoint("Colchester", 51.89436637, 0.89724327, 599445.590, 225722.826),
    OrdnanceSurveyPoint("Droitwich", 52.25529382, -2.15458614, 389544.190, 261912.153),
    OrdnanceSurveyPoint("Northampton", 52.25160951, -0.91248957, 474335.969, 262047.755),
    OrdnanceSurveyPoint("King's Lynn", 52.75136687, 0.40153547, 562180.547, 319784.995),
    OrdnanceSurveyPoint("Nottingham", 52.96219109, -1.19747656, 454002.834, 340834.943),
    OrdnanceSurveyPoint("Caister", 52.658007833, 1.716073973, 651409.804, 313177.450),
    OrdnanceSurveyPoint("Daresbury", 53.34480280, -2.64049321, 357455.843, 383290.436),
    OrdnanceSurveyPoint("Blackpool", 53.77911026, -3.04045491, 331534.564, 431920.794),
    OrdnanceSurveyPoint("Pudsey", 53.80021520, -1.66379168, 422242.186, 433818.701),
    OrdnanceSurveyPoint("Flamborough Head", 54.11685144, -0.07773133, 525745.670, 470703.214),
    OrdnanceSurveyPoint("Carlisle", 54.89542340, -2.93827741, 339921.145, 556034.761),
    OrdnanceSurveyPoint("Newcastle", 54.97912274, -1.61657685, 424639.355, 565012.703),
  ]

  static let beyond = [
    OrdnanceSurveyPoint("Carmarthen", 51.85890896, -4.30852477, 241124.584, 220332.641),
    OrdnanceSurveyPoint("Edinburgh", 55.92478266, -3.29479219, 319188.434, 670947.534),
    OrdnanceSurveyPoint("St Kilda", 57.81351838, -8.57854456, 9587.909, 899448.996),
    OrdnanceSurveyPoint("Sumburgh Head", 59.85409914, -1.27486910, 440725.073, 1107878.448),
  ]
}
