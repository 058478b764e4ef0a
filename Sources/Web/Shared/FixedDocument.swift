import HTTPTypes
import Hummingbird
import NIOCore

/// A document that is made once and sent many times, plain or gzipped.
struct FixedDocument: Sendable {
    private let plain: ByteBuffer
    private let packed: ByteBuffer
    private let headers: HTTPFields
    private let packedHeaders: HTTPFields

    var text: String { String(buffer: plain) }

    init(_ bytes: [UInt8], type: String, cache: String) {
        let small = gzipped(bytes)
        plain = ByteBuffer(bytes: bytes)
        packed = ByteBuffer(bytes: small)
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.cacheControl] = cache
        headers[.vary] = "Accept-Encoding"
        var packedHeaders = headers
        packedHeaders[.contentEncoding] = "gzip"
        headers[.contentLength] = "\(bytes.count)"
        packedHeaders[.contentLength] = "\(small.count)"
        self.headers = headers
        self.packedHeaders = packedHeaders
    }

    func response(to request: Request) -> Response {
        let takesGzip = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        return takesGzip
            ? Response(status: .ok, headers: packedHeaders, body: ResponseBody(byteBuffer: packed))
            : Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
    }
}
