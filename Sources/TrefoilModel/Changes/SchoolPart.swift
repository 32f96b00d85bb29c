/// One thing about a school, as a change says it; nil clears what may be left out.
public enum SchoolPart: Sendable, Hashable {
  case name(String)
  case phase(Phase)
  case hub(String?)
  case standing(Standing)
  case strengths([String])
  case needs([String])
  case size(Int?)
  case closed(DaySet)
  case participates(Bool)
  case mostOut(Int?)
  case leastKept([Role: Int])
  case needsCover(Bool)

  /// The column of schools.csv that holds it.
  public var column: String {
    switch self {
    case .name: "name"
    case .phase: "phase"
    case .hub: "hub"
    case .standing: "standing"
    case .strengths: "strengths"
    case .needs: "needs"
    case .size: "size"
    case .closed: "closed"
    case .participates: "participates"
    case .mostOut: "most-out"
    case .leastKept: "least-kept"
    case .needsCover: "needs-cover"
    }
  }
}

extension School {
  /// Puts these parts in place of what there is.
  public mutating func set(_ parts: [SchoolPart]) {
    for part in parts { set(part) }
  }

  /// Puts the school somewhere else.
  public mutating func set(_ place: Place) {
    self.place = place
  }

  private mutating func set(_ part: SchoolPart) {
    switch part {
    case .name(let name): self.name = name
    case .phase(let phase): self.phase = phase
    case .hub(let hub): self.hub = hub
    case .standing(let standing): self.standing = standing
    case .strengths(let strengths): self.strengths = strengths
    case .needs(let needs): self.needs = needs
    case .size(let size): self.size = size
    case .closed(let closed): self.closed = closed
    case .participates(let participates): self.participates = participates
    case .mostOut(let most): release.mostOut = most
    case .leastKept(let least): release.leastKept = least
    case .needsCover(let needs): release.needsCover = needs
    }
  }
}
