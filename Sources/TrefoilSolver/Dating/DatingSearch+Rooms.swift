/// Counting proofs within the search, where learned clauses alone would need too many.
extension DatingSearch {
  /// Whether every tight agent and limit has room for what is not dated yet; when one has not,
  /// the reason is left behind as the conflict at hand.
  mutating func roomsSuffice() -> Bool {
    roomChecks += 1
    for index in rooms.indices {
      // A look at a large room costs much and changes little from one node to the next.
      guard roomChecks % (1 + rooms[index].activities.count / 100) == 0 else { continue }
      guard let items = rooms[index].itemsWithoutRoom(domain: domain) else { continue }
      conflictLiteral = -1
      conflictReason = .noRoom
      roomClause.removeAll(keepingCapacity: true)
      for item in items { explainItem(item, of: index) }
      return false
    }
    return true
  }

  /// An item is short of room because its job is dated and its helpful days are struck out.
  private mutating func explainItem(_ item: Int, of index: Int) {
    let activity = rooms[index].activities[item]
    roomClause.append(selector(model.activityJob[activity]) ^ 1)
    for word in 0..<model.wordCount {
      let at = activity * model.wordCount + word
      var struck = model.days.words[at] & ~domain[at]
      while struck != 0 {
        let day = word << 6 + struck.trailingZeroBitCount
        struck &= struck - 1
        if rooms[index].wouldHelp(item, start: day) {
          roomClause.append((activity << model.shift | day) << 1)
        }
      }
    }
  }
}
