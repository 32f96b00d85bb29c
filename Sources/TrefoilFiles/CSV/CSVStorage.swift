import TrefoilModel

/// The bytes of a file and where in them each cell lies, shared by a table and all its rows.
///
/// Text is decoded only when it is asked for: a register of 50,000 schools has seven million
/// cells, of which an import reads a tenth.
final class CSVStorage: Sendable {
  let file: String
  private let bytes: [UInt8]
  private let slots: [CSVSlot]

  init(file: String, bytes: [UInt8], slots: [CSVSlot]) {
    self.file = file
    self.bytes = bytes
    self.slots = slots
  }

  func position(ofCell index: Int) -> SourcePosition {
    let slot = slots[index]
    return SourcePosition(file: file, line: Int(slot.line), column: Int(slot.column))
  }

  func cell(_ index: Int) -> CSVCell {
    CSVCell(text: text(ofCell: index), position: position(ofCell: index))
  }

  func isBlank(cell index: Int) -> Bool {
    slots[index].isBlank
  }

  func text(ofCell index: Int) -> String {
    let slot = slots[index]
    let written = bytes[Int(slot.start)..<Int(slot.end)]
    guard slot.hasDoubledQuotes else { return String(decoding: written, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(written.count)
    var isSecond = false
    for byte in written {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
