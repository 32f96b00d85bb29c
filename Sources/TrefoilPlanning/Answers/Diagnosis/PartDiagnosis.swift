import TrefoilModel

/// What is found of one part of a diagnosis: coaching, or terms that are planned as one.
struct PartDiagnosis {
  var status = Diagnosis.Status.possible
  var reasons: [Reason] = []
  var notes: [String] = []
}
