import Core
import Hummingbird
import Store

/// The code of an app beside the password: setting it up, and taking it away where nothing obliges to it.
struct SecondFactorRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.secondFactor, needs: .right(.beHere), use: show)
        routes.post(Paths.secondFactor, needs: .right(.beHere), use: confirm)
        routes.post(Paths.secondFactorCodes, needs: .right(.beHere), isWeighty: true, use: renew)
        routes.post(Paths.secondFactorRemoval, needs: .right(.beHere), isWeighty: true, use: remove)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(nil, context), request, context)
    }

    private func page(_ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let (member, say) = (try context.member, pages.speech(context))
        let isObliged = doorkeeper.isObliged(member)
        var values: [String: Any] = [
            "path": Paths.secondFactor, "removal_path": Paths.secondFactorRemoval, "account_path": Paths.account,
            "has_factor": member.hasSecondFactor, "is_obliged": isObliged,
            "why": say(isObliged ? "factor.why_obliged" : store.kind == .real ? "factor.why" : "factor.why_trial"),
            "is_first": isObliged && !member.hasSecondFactor,
        ]
        if member.hasSecondFactor {
            let left = try await store.recoveryCodesLeft(of: member.account.id)
            values["left"] = say("factor.left", ["count": "\(left)"])
            values["codes_path"] = Paths.secondFactorCodes
        } else {
            let fresh = try await store.beginSecondFactor(of: member.account, at: member.organisation)
            values["secret"] = fresh.secret
            values["qr"] = QRCode(fresh.address).map { ["box": $0.viewBox, "path": $0.path] } as Any? ?? false
        }
        return Page("entrance/second-factor", values).with(wrong, say).standing(at: Paths.secondFactor)
    }

    /// The codes for a lost phone are in this answer and nowhere else.
    private func confirm(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let codes = try await store.confirmSecondFactor(
                of: context.member.account.id, code: form["code"], holding: context.token ?? [])
            return told(codes, next: Paths.today, request, context)
        } catch let refusal as Account.FactorRefusal {
            let page = try await page(WrongFields("code", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        } catch is Conflict {
            return .seeOther(Paths.secondFactor)
        }
    }

    private func told(
        _ codes: [String], next: String, _ request: Request, _ context: WebContext
    ) -> Response {
        let values: [String: Any] = ["codes": codes, "next_path": next]
        return pages.render(
            Page("entrance/recovery", values).standing(at: Paths.secondFactor), request, context)
    }

    private func renew(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let codes = try await store.renewRecoveryCodes(of: context.member.account.id)
            return told(codes, next: Paths.secondFactor, request, context)
        } catch let refusal as Account.FactorRefusal {
            let page = try await page(WrongFields("code", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func remove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        do {
            try await store.removeSecondFactor(
                of: member.account.id, isObliged: doorkeeper.isObliged(member))
            return pages.done(Paths.account)
        } catch let refusal as Account.FactorRefusal {
            let page = try await page(WrongFields("removal", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

extension Doorkeeper {
    /// Whoever sees most, or gives others their rights, signs in with a code of an app as well; not where all is made up.
    func isObliged(_ signedIn: SignedIn) -> Bool {
        store.kind == .real && !signedIn.roles.isDisjoint(with: [.admin, .hr])
    }
}
