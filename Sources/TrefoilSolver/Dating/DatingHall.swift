/// Proofs that some jobs cannot be dated together, from counting days alone.
enum DatingHall {
  /// Jobs, by their place in the model, that need more of an agent or a limit than their days
  /// have, or nil when counting finds nothing or is stopped; one flow a room.
  static func conflict(_ model: DatingModel, rooms: [DatingRoom], stop: StopSignal) -> [Int]? {
    for activity in 0..<model.activityCount where model.days.list(activity).isEmpty {
      return [model.activityJob[activity]]
    }
    for room in rooms {
      if stop.isSent { return nil }
      var room = room
      guard let items = room.itemsWithoutRoom(domain: model.days.words) else { continue }
      return Set(items.map { model.activityJob[room.activities[$0]] }).sorted()
    }
    return nil
  }

  /// Every agent and every limit with more than two activities, as a room that may be too small.
  ///
  /// Two activities that clash are found sooner by propagation.
  static func rooms(_ model: DatingModel) -> [DatingRoom] {
    var rooms: [DatingRoom] = []
    for range in model.agents.ranges where range.count > 2 {
      let all = range.map { model.agents.activity[$0] }
      rooms += Self.rooms(model, all, rest: 0, demands: all.map { _ in 1 }, capacity: 1)
      guard model.restDays > 0 else { continue }
      let duties = range.filter { model.agents.isDuty[$0] }.map { model.agents.activity[$0] }
      // Two duties rest enough exactly when they stay apart with the rest counted in.
      let rest = model.restDays
      rooms += Self.rooms(model, duties, rest: rest, demands: duties.map { _ in 1 }, capacity: 1)
    }
    let counters = model.counters
    for counter in 0..<counters.count {
      let range = counters.firstMember[counter]..<counters.firstMember[counter + 1]
      rooms += Self.rooms(
        model, Array(counters.member[range]), rest: 0, demands: Array(counters.demand[range]),
        capacity: counters.caps[counter])
    }
    return rooms
  }

  private static func rooms(
    _ model: DatingModel, _ activities: [Int], rest: Int, demands: [Int], capacity: Int
  ) -> [DatingRoom] {
    guard activities.count > 2 else { return [] }
    let extents = activities.map { model.length[$0] + rest }
    let whole = DatingRoom(
      model, activities, extents: extents, demands: demands, capacity: capacity,
      stabbing: false)
    let long = activities.indices.filter { extents[$0] > 1 }
    guard long.count > 2 else { return [whole] }
    let stabbed = DatingRoom(
      model, long.map { activities[$0] }, extents: long.map { extents[$0] },
      demands: long.map { demands[$0] }, capacity: capacity, stabbing: true)
    return [whole, stabbed]
  }
}
