import Core
import HTTPTypes
import Hummingbird
import Methods
import Store

/// Loading the words of a questionnaire that an organisation may use.
struct LicensedTextRoutes {
    let store: Store
    let pages: Pages

    /// Three hundred long questions in two languages, with room to spare.
    private static let mostBytes = 1_048_576

    func add(to routes: GuardedRoutes) {
        routes.upload(
            Paths.registeredPart("text"), needs: .right(.changeWaves), upTo: Self.mostBytes, use: update)
    }

    private func update(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        guard let definition = store.definition(try context.registered, for: home.id) else { throw NotFound() }
        let typed = LicensedTextForm(upload.form, for: definition)
        if let refused = typed.refused(for: definition) {
            return try await show(refused, .unprocessableContent, request, context)
        }
        do {
            try await save(typed.text, for: definition, since: upload.form.version, context)
            return pages.done(Paths.registered(definition.id))
        } catch let problems as Problems {
            return try await show(typed.refused(problems), .unprocessableContent, request, context)
        } catch is Conflict {
            return try await show(typed.conflicting(), .conflict, request, context)
        }
    }

    private func save(
        _ text: LicensedText, for definition: Definition, since version: Int, _ context: WebContext
    ) async throws {
        let member = try context.member
        let home = member.organisation
        let now = store.pack(definition.licensedID, for: home.id)
        let made = definition.worded(text, after: now, version: version + 1)
        // Saving the same words is no act that the log should name.
        if let now, now.items == made.items, now.scales == made.scales, now.title == made.title { return }
        let files = made.files(sources: Self.sources(of: definition, for: home))
        try await store.save(files, wording: definition, in: home.id, since: version, by: member.account.id)
    }

    private static func sources(of definition: Definition, for home: Organisation) -> String {
        """
        # Sources of `\(definition.licensedID)`

        The words are those of \(definition.holder), loaded by \(home.name) by permission. They are for this
        organisation alone. Dimensions and scoring are those of `\(definition.id)` \(definition.frame.version):
        \(definition.source)

        """
    }

    private func show(
        _ form: LicensedTextForm, _ status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let page = try await RegisteredPage(context, store, pages).page(text: form)
        return pages.render(page, request, context, status: status)
    }
}
