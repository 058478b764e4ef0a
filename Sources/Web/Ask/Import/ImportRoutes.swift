import Core
import Hummingbird
import Methods
import Store
import Surveys

/// A wave that was held elsewhere, from a file: sent, looked at, and only then brought into being.
struct ImportRoutes {
    let store: Store
    let pages: Pages

    /// Bytes of a file, and room for the map and the rest of the form.
    static let mostBytes = 64 * 1_048_576
    private static let mostOfForm = mostBytes + ColumnMap.largest + 100_000

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.newImport, needs: .right(.changeWaves), use: new)
        routes.upload(Paths.newImport, needs: .right(.changeWaves), upTo: Self.mostOfForm, use: create)
        routes.get(Paths.importFile, needs: .right(.changeWaves), use: show)
        routes.post(Paths.importFile, needs: .right(.changeWaves), use: look)
        routes.post(Paths.importedWave, needs: .right(.changeWaves), use: carryOut)
        routes.post(Paths.importRemoval, needs: .right(.changeWaves), use: destroy)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try page("", [], context), request, context)
    }

    private func page(_ pack: String, _ problems: [ImportProblem], _ context: WebContext) throws -> Page {
        let packs = store.packs(for: try context.member.organisation.id)
        return ImportFilePage(say: pages.speech(context), packs: packs).page(chosen: pack, problems)
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        do {
            let sent = try await SentImport(upload, store, pages.speech(context), for: member.organisation)
            let id = try store.keepImportFile(sent.file, by: member.account.id, in: member.organisation.id)
            return .seeOther(Paths.importFile(id))
        } catch let problems as ImportProblems {
            let page = try page(upload.form["pack"], problems.all, context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let say = pages.speech(context)
        switch try await state(context) {
        case .resting(let file):
            let reading = try reading(of: file, try ImportChoices(file.choices), context)
            return pages.render(try review(reading, context).page(), request, context)
        case .imported(let wave):
            return pages.render(ImportEndPage(say: say).imported(wave), request, context)
        case .gone:
            return pages.render(ImportEndPage(say: say).gone, request, context, status: .gone)
        }
    }

    /// Reads the file again with what was chosen, and keeps that.
    private func look(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let (before, file) = try await resting(context) else {
            return .seeOther(Paths.importFile(try id(context)))
        }
        let reading = try choose(form, before, file, context)
        let problems = reading.doubleProblems(pages.speech(context))
        guard problems.isEmpty else {
            let page = try review(reading, context).page(problems).standing(at: Paths.importFile(try id(context)))
            return pages.render(page, request, context, status: .unprocessableContent)
        }
        return .seeOther(Paths.importFile(try id(context)))
    }

    private func carryOut(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, id, say) = (try context.member, try id(context), pages.speech(context))
        guard let (before, file) = try await resting(context) else { return .seeOther(Paths.importFile(id)) }
        let reading = try choose(form, before, file, context)
        let review = try review(reading, context)
        func again(_ problems: [ImportProblem], isChanged: Bool = false) -> Response {
            let page = review.page(problems, isChanged: isChanged).standing(at: Paths.importFile(id))
            return pages.render(page, request, context, status: isChanged ? .conflict : .unprocessableContent)
        }
        let (wish, problems) = reading.wish(on: review.today, say)
        guard let wish, problems.isEmpty, case .success(let answers) = reading.answers else { return again(problems) }
        // Nothing is brought into being that nobody looked at.
        guard reading.choices.readsAs(before) else { return again([], isChanged: true) }
        guard let wave = Wave.ID("\(id)") else { throw NotFound() }
        do {
            try await store.importWave(answers, wish, id: wave, in: member.organisation, by: member.account.id)
        } catch Wave.Refusal.isImported {
            return .seeOther(Paths.importFile(id))
        } catch is Conflict {
            return again([], isChanged: true)
        } catch let refusal as Permission.Refusal {
            return again([ImportProblem(field: "columns", text: say(refusal.key))])
        }
        // What does not go now goes within the hour: the wave is there.
        try? store.dropImportFile(id, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.wave(wave))
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        guard case .resting = try await state(context) else { return .seeOther(Paths.importFile(try id(context))) }
        try store.dropImportFile(try id(context), by: member.account.id, in: member.organisation.id)
        return .seeOther(Paths.waves)
    }
}

extension ImportRoutes {
    private func id(_ context: WebContext) throws -> ImportFile.ID { try context.id("file") }

    private func state(_ context: WebContext) async throws -> ImportFile.State {
        let member = try context.member
        return try await store.importFile(try id(context), by: member.account.id, in: member.organisation.id)
    }

    private func resting(_ context: WebContext) async throws -> (choices: ImportChoices, file: ImportFile)? {
        guard case .resting(let file) = try await state(context) else { return nil }
        return (try ImportChoices(file.choices), file)
    }

    private func reading(
        of file: ImportFile, _ choices: ImportChoices, _ context: WebContext
    ) throws -> ImportReading {
        guard let instrument = store.pack(choices.pack, for: try context.member.organisation.id) else {
            throw Wave.Refusal.packIsUnknown
        }
        return try ImportReading(file.bytes, choices, of: instrument, pages.words)
    }

    /// Takes over what the form says, and keeps it with the file.
    private func choose(
        _ form: Form, _ before: ImportChoices, _ file: ImportFile, _ context: WebContext
    ) throws -> ImportReading {
        let member = try context.member
        var choices = before
        guard let instrument = store.pack(choices.pack, for: member.organisation.id) else {
            throw Wave.Refusal.packIsUnknown
        }
        choices.take(form, instrument)
        try store.choose(try choices.bytes, for: try id(context), by: member.account.id, in: member.organisation.id)
        return try reading(of: file, choices, context)
    }

    private func review(_ reading: ImportReading, _ context: WebContext) throws -> ImportReview {
        let member = try context.member
        return ImportReview(
            say: pages.speech(context), reading: reading, id: try id(context), organisation: member.organisation,
            today: store.clock.now.day(in: member.organisation.zone))
    }
}
