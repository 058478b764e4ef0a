import Core
import Surveys
import Synchronization

/// A wave that takes answers: what is needed to take one, in memory.
final class OpenWave: Sendable {
    let id: Wave.ID
    let organisation: Organisation.ID
    let slug: String
    let layout: Layout
    let secret: WaveSecret
    let spool: Spool
    private let book: Mutex<CodeBook>
    private let endSeconds: Atomic<Int>

    init(
        id: Wave.ID, organisation: Organisation.ID, slug: String, layout: Layout, secret: WaveSecret, book: CodeBook,
        end: Moment, spool: Spool
    ) {
        self.id = id
        self.organisation = organisation
        self.slug = slug
        self.layout = layout
        self.secret = secret
        self.spool = spool
        self.book = Mutex(book)
        endSeconds = Atomic(end.seconds)
    }

    var end: Moment { Moment(seconds: endSeconds.load(ordering: .relaxed)) }

    func move(end: Moment) { endSeconds.store(end.seconds, ordering: .relaxed) }

    func block(of code: EntryCode) -> Int? { book.withLock { $0.block(of: code) } }

    func add(_ batch: CardBatch) { book.withLock { _ = $0.add(batch) } }

    func codes(of block: Int, onPaper: Bool, using generator: inout SystemRandomNumberGenerator) -> [EntryCode] {
        book.withLock { book in
            var local = SystemRandomNumberGenerator()
            return book.codes(of: block, onPaper: onPaper, using: &local)
        }
    }
}

/// The waves that take answers now, by id and by address.
final class OpenWaves: Sendable {
    private let waves = Mutex<[Wave.ID: OpenWave]>([:])
    private let slugs = Mutex<[String: OpenWave]>([:])

    subscript(id: Wave.ID) -> OpenWave? { waves.withLock { $0[id] } }
    subscript(slug slug: String) -> OpenWave? { slugs.withLock { $0[slug] } }

    var all: [OpenWave] { waves.withLock { Array($0.values) } }

    func add(_ wave: OpenWave) {
        waves.withLock { $0[wave.id] = wave }
        slugs.withLock { $0[wave.slug] = wave }
    }

    /// From here on no answer is taken.
    func remove(_ id: Wave.ID) -> OpenWave? {
        guard let wave = waves.withLock({ $0.removeValue(forKey: id) }) else { return nil }
        _ = slugs.withLock { $0.removeValue(forKey: wave.slug) }
        return wave
    }
}
