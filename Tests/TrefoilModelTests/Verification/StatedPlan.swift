import TrefoilModel

/// The plan of the small trust with every figure stated, each worked out by hand.
enum StatedPlan {
  // In minutes there and back. Group a, b, c: each two visit one another, 4 x (10 + 10 + 20) = 160;
  // champions d to a, e to b, f to c, 3 x 60 = 180; workshops e to a, f to b, g to c, 3 x 80 = 240.
  static let west = 160 + 180 + 240
  // Group d, e, f: e to d and d to e 16 + 10 = 26 each, d and f 2 x 40, e and f 2 x 20, 172 in all;
  // champions a to d, b to e, c to f, 3 x 60 = 180; workshops b to d 40, g to e 40, a to f 100.
  static let east = 172 + 180 + 180
  // On each of six teams a champion from outside.
  static let outside = 6 * 15
  static let cost = west + east + outside
  // Six reviews in ten weeks are one a week; in three weeks there are two.
  static let spread = 3 * 10

  static var plan: Plan {
    var plan = SmallTrust().plan
    plan.cost = cost
    plan.bound = cost - 2
    plan.terms[0].costs = ["travel": west + east, "champion-from-outside": outside]
    plan.terms[0].calendar = ["spread": spread]
    plan.terms[0].groups[0].costs = ["travel": west, "champion-from-outside": 45]
    plan.terms[0].groups[1].costs = ["travel": east, "champion-from-outside": 45]
    return plan
  }
}
