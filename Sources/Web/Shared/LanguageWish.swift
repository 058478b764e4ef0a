import Core
import HTTPTypes
import Hummingbird

/// In which language somebody wants to read: `?lang=`, else what was chosen before, else what the browser asks for.
struct LanguageWish: Hashable {
    /// On the pages of answering, which speak more languages than the rest.
    let first: Language
    /// Everywhere else, and where a wave lacks the first.
    let instead: Language

    init(_ request: Request) {
        let wishes = [
            request.uri.queryParameters["lang"].map(String.init), request.cookies["language"]?.value,
            request.headers[.acceptLanguage]?.split(whereSeparator: { ",;-".contains($0) }).first.map(String.init),
        ].compactMap { $0 }.map(Language.init)
        instead = wishes.first(where: Language.spoken.contains) ?? .dutch
        first = wishes.first(where: Language.answering.contains) ?? instead
    }

    func among(_ languages: [Language]) -> Language { languages.contains(first) ? first : instead }
}
