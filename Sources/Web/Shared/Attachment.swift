import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A file to keep: under its own name where a browser can write that, else under one of plain letters.
struct Attachment {
    let bytes: [UInt8]
    let type: String
    /// As people wrote it, without its ending.
    let name: String
    let ending: String

    private static let most = 80

    var response: Response { response(of: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))) }

    /// The same of what is made while it is sent.
    func response(of body: ResponseBody) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = disposition
        return Response(status: .ok, headers: headers, body: body)
    }

    var disposition: String {
        "attachment; filename=\"\(plainName).\(ending)\"; filename*=UTF-8''\(encodedName).\(ending)"
    }

    /// A document for programs that people can read as well.
    static func json(_ document: some Encodable, name: String) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = Array(try encoder.encode(document))
        return Attachment(bytes: bytes, type: "application/json", name: name, ending: "json").response
    }

    /// Small letters, digits and dashes.
    private var plainName: String {
        let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let plain = words.joined(separator: "-").prefix(Self.most)
        return plain.isEmpty ? "weefsel" : String(plain)
    }

    /// RFC 8187: UTF-8, with a percent sign for what no name of a parameter may hold. What a path is made of goes.
    private var encodedName: String {
        let safe = name.unicodeScalars.map { Self.isOfPaths($0) ? "-" : Character($0) }
        let allowed = CharacterSet(charactersIn: "!#$&+-.^_`|~").union(.asciiLettersAndDigits)
        return String(safe.prefix(Self.most)).addingPercentEncoding(withAllowedCharacters: allowed) ?? plainName
    }

    private static func isOfPaths(_ sign: Unicode.Scalar) -> Bool {
        "/\\:*?\"<>|\n".unicodeScalars.contains(sign) || sign.isControl
    }
}

extension CharacterSet {
    fileprivate static let asciiLettersAndDigits = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
}
