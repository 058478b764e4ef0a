import Core
import HTTPTypes
import Hummingbird
import Methods
import Store
import Surveys

/// Keeping what the holder of a questionnaire allows: who, until when, and the paper that says so.
struct PermissionRoutes {
    let store: Store
    let pages: Pages

    /// More than the paper may be, so that one that is a little too large gets its answer on the page.
    private static let mostBytes = Paper.mostBytes + 2_097_152

    func add(to routes: GuardedRoutes) {
        routes.upload(
            Paths.registeredPart("permission"), needs: .right(.changeWaves), upTo: Self.mostBytes, use: update)
    }

    private func update(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let home = member.organisation.id
        guard let definition = store.definition(try context.registered, for: home) else { throw NotFound() }
        let (form, version) = (PermissionForm(upload.form), upload.form.version)
        do {
            let checked = try form.checked(upload.file("document"), isNew: version == 0)
            try await store.save(
                giver: checked.giver, until: checked.until, document: checked.document, for: definition.id, in: home,
                since: version, by: member.account.id)
            return pages.done(Paths.registered(definition.id))
        } catch let wrong as WrongFields {
            return try await show(form.refused(wrong), .unprocessableContent, request, context)
        } catch is Conflict {
            return try await show(form.conflicting(), .conflict, request, context)
        }
    }

    private func show(
        _ form: PermissionForm, _ status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let page = try await RegisteredPage(context, store, pages).page(permission: form)
        return pages.render(page, request, context, status: status)
    }
}
