import Core
import Hummingbird
import Methods
import Store
import Surveys

/// A wave that was held elsewhere, from a file: sent, looked at, and only then brought into being.
struct ImportRoutes {
    let store: Store
    let pages: Pages
    private let reader: ImportReader

    init(store: Store, pages: Pages) {
        (self.store, self.pages) = (store, pages)
        reader = ImportReader(store, pages.words)
    }

    /// Bytes of a file, and room for the map and the rest of the form.
    static let mostBytes = 64 * 1_048_576
    static let mostOfForm = mostBytes + ColumnMap.largest + 100_000

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.newImport, needs: .right(.changeWaves), use: new)
        routes.upload(
            Paths.newImport, needs: .right(.changeWaves), upTo: Self.mostOfForm, largest: "import.file_is_too_large",
            use: create)
        routes.get(Paths.importFile, needs: .right(.changeWaves), use: show)
        routes.post(Paths.importFile, needs: .right(.changeWaves), use: look)
        // Where a form that was refused stands, the page is there for a plain visit too.
        routes.get(Paths.importedWave, needs: .right(.changeWaves), use: show)
        routes.post(Paths.importedWave, needs: .right(.changeWaves), use: carryOut)
        routes.post(Paths.importRemoval, needs: .right(.changeWaves), use: destroy)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try page("", [], context), request, context)
    }

    private func page(_ pack: String, _ problems: [ImportProblem], _ context: WebContext) throws -> Page {
        let (member, say) = (try context.member, pages.speech(context))
        return ImportFilePage(
            say: say, packs: store.packs(for: member.organisation.id), resting: RestingFiles(store, say, for: member)
        ).page(chosen: pack, problems)
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        do {
            let sent = try await SentImport(upload, reader, store, pages.speech(context), for: member)
            return .seeOther(Paths.importFile(sent.id))
        } catch {
            let page = try page(upload.form["pack"], error.all, context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let say = pages.speech(context)
        switch try await state(context) {
        case .resting(let file):
            let choices = try ImportChoices(file.choices)
            let reading = try await reading(of: file.id, choices, context)
            let page = try await review(reading, context).page(reading.doubleProblems(say))
            return pages.render(page, request, context)
        case .imported(let wave):
            return pages.render(ImportEndPage(say: say).imported(wave), request, context)
        case .gone:
            return pages.render(ImportEndPage(say: say).gone, request, context, status: .gone)
        }
    }

    /// Reads the file again with what was chosen, and keeps that.
    private func look(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (id, say) = (try id(context), pages.speech(context))
        guard let before = try await resting(context) else { return .seeOther(Paths.importFile(id)) }
        let chosen = try await choose(form, before, context)
        let problems = chosen.problems + chosen.reading.doubleProblems(say)
        guard problems.isEmpty else {
            let page = try await review(chosen.reading, context).page(problems).standing(at: Paths.importFile(id))
            return pages.render(page, request, context, status: .unprocessableContent)
        }
        let mayCarryOut = try await review(chosen.reading, context).mayCarryOut
        let place = mayCarryOut ? chosen.reading.choices.place(ofChangesTo: before) : ""
        return .seeOther(Paths.importFile(id) + place)
    }

    private func carryOut(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, id, say) = (try context.member, try id(context), pages.speech(context))
        guard let before = try await resting(context) else { return .seeOther(Paths.importFile(id)) }
        let (reading, found) = try await choose(form, before, context)
        let review = try await review(reading, context)
        func again(_ problems: [ImportProblem], isChanged: Bool = false) -> Response {
            let page = review.page(problems, isChanged: isChanged).standing(at: Paths.importFile(id))
            return pages.render(page, request, context, status: isChanged ? .conflict : .unprocessableContent)
        }
        let (wish, problems) = reading.wish(on: review.today, say)
        guard let wish, problems.isEmpty, found.isEmpty, case .success(let answers) = reading.answers else {
            return again(found + problems)
        }
        guard reading.choices.mayBeUnits == nil else { return again([]) }
        // Nothing is brought into being that nobody looked at.
        guard reading.choices.readsAs(before) else { return again([], isChanged: true) }
        guard let wave = Wave.ID("\(id)") else { throw NotFound() }
        do {
            try await store.importWave(answers, wish, id: wave, in: member.organisation, by: member.account.id)
        } catch Wave.Refusal.isImported {
            return .seeOther(Paths.importFile(id))
        } catch Wave.Refusal.tellsNothing, ImportObstacle.hasSameAnswers {
            return again([])
        } catch let obstacle as ImportObstacle {
            return again([ImportProblem(field: "title", text: say(say.problem(obstacle)))])
        } catch is Conflict {
            return again([], isChanged: true)
        } catch let refusal as Permission.Refusal {
            return again([ImportProblem(field: "columns", text: say(refusal.key))])
        }
        reader.forget(id)
        // What does not go now goes within the hour: the wave is there.
        try? store.dropImportFile(id, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.wave(wave))
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        guard case .resting = try await state(context) else { return .seeOther(Paths.importFile(try id(context))) }
        reader.forget(try id(context))
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

    private func resting(_ context: WebContext) async throws -> ImportChoices? {
        guard case .resting(let file) = try await state(context) else { return nil }
        return try ImportChoices(file.choices)
    }

    private func instrument(_ choices: ImportChoices, _ context: WebContext) throws -> Instrument {
        guard let instrument = store.pack(choices.pack, for: try context.member.organisation.id) else {
            throw Wave.Refusal.packIsUnknown
        }
        return instrument
    }

    private func reading(
        of file: ImportFile.ID, _ choices: ImportChoices, _ context: WebContext
    ) async throws -> ImportReading {
        let instrument = try instrument(choices, context)
        return try await reader.reading(of: file, choices, instrument, for: try context.member)
    }

    /// Takes over what the form says, and keeps it with the file; unless the file cannot be read so.
    private func choose(
        _ form: Form, _ before: ImportChoices, _ context: WebContext
    ) async throws -> (reading: ImportReading, problems: [ImportProblem]) {
        let (member, id, say) = (try context.member, try id(context), pages.speech(context))
        var choices = before
        choices.take(form, try instrument(before, context))
        do {
            var reading = try await reading(of: id, choices, context)
            if form.has(ImportChoices.everyTick) {
                choices = reading.choices
                choices.count(SecondColumns(reading).open.map(\.item))
                reading = try await self.reading(of: id, choices, context)
            }
            try store.choose(try reading.choices.bytes, for: id, by: member.account.id, in: member.organisation.id)
            return (reading, [])
        } catch let found as Problems {
            let known = try await reading(of: id, before, context)
            return (known.with(choices), found.all.map { ImportProblem(field: "columns", text: say($0)) })
        }
    }

    private func review(_ reading: ImportReading, _ context: WebContext) async throws -> ImportReview {
        let home = try context.member.organisation
        var same: Wave?
        if let counts = reading.figures?.counts {
            same = try await store.wave(counting: counts, threshold: reading.threshold, in: home.id)
        }
        return ImportReview(
            say: pages.speech(context), reading: reading, id: try id(context),
            today: store.clock.now.day(in: home.zone), same: same)
    }
}
