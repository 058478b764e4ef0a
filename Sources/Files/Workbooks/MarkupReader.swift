import CExpat

/// XML as workbooks hold it, piece by piece: elements, their attributes and text, names without their prefix. A document
/// type is refused, with all that can be hidden in one.
final class MarkupReader {
    enum Event: Equatable {
        case open(String), close(String)
        /// A text may come in parts.
        case text(String)
        case end
    }

    private let source: Unpacking
    private let parser: XML_Parser
    private var isDry = false
    private var fault: WorkbookFault?
    private var found: [(event: Event, attributes: [(name: String, value: String)])] = []
    private var place = 0
    /// How many bytes came without anything to tell of them.
    private var silentBytes = 0

    private static let pieceBytes = 1 << 14
    /// One tag has at most so many bytes.
    private static let longestTag = 1 << 22

    init(_ source: Unpacking) throws(WorkbookFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .isBroken }
        (self.source, self.parser) = (source, parser)
        listen()
    }

    deinit { XML_ParserFree(parser) }

    func next() throws(WorkbookFault) -> Event {
        place += 1
        if place >= found.count { try fetch() }
        return place < found.count ? found[place].event : .end
    }

    /// The value of an attribute of the element that was opened last, until the next event.
    func attribute(_ name: String) -> String? {
        guard found.indices.contains(place) else { return nil }
        return found[place].attributes.first { $0.name == name }?.value
    }

    /// Reads on until there is something to tell, or nothing more.
    private func fetch() throws(WorkbookFault) {
        found.removeAll(keepingCapacity: true)
        place = 0
        while found.isEmpty, !isDry {
            guard let room = XML_GetBuffer(parser, Int32(Self.pieceBytes)) else { throw .isTooLarge }
            let bytes = UnsafeMutableBufferPointer(
                start: room.assumingMemoryBound(to: UInt8.self), count: Self.pieceBytes)
            let count = try source.next(into: bytes)
            isDry = count == 0
            guard XML_ParseBuffer(parser, Int32(count), isDry ? 1 : 0) == XML_STATUS_OK else {
                throw fault ?? .isBroken
            }
            silentBytes = found.isEmpty ? silentBytes + count : 0
            guard silentBytes <= Self.longestTag else { throw .isTooLarge }
        }
    }
}

extension MarkupReader {
    private func listen() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetStartElementHandler(parser) { MarkupReader.behind($0)?.open($1, $2) }
        XML_SetEndElementHandler(parser) { MarkupReader.behind($0)?.close($1) }
        XML_SetCharacterDataHandler(parser) { MarkupReader.behind($0)?.tell($1, Int($2)) }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in MarkupReader.behind(reader)?.refuse() }
    }

    private static func behind(_ reader: UnsafeMutableRawPointer?) -> MarkupReader? {
        reader.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func open(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        var (attributes, next) = ([(name: String, value: String)](), 0)
        while let key = pairs?[next], let value = pairs?[next + 1] {
            attributes.append((Self.bare(key), String(cString: value)))
            next += 2
        }
        found.append((.open(Self.bare(name)), attributes))
    }

    private func close(_ name: UnsafePointer<CChar>?) { found.append((.close(Self.bare(name)), [])) }

    private func tell(_ letters: UnsafePointer<CChar>?, _ count: Int) {
        let bytes = UnsafeRawBufferPointer(start: letters, count: count)
        found.append((.text(String(decoding: bytes, as: UTF8.self)), []))
    }

    private func refuse() {
        fault = .isBroken
        XML_StopParser(parser, 0)
    }

    /// A name without what stands before its colon.
    private static func bare(_ name: UnsafePointer<CChar>?) -> String {
        let name = name.map { String(cString: $0) } ?? ""
        return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
