import Core
import Hummingbird
import Store

/// A code after the password, and proving again who one is before something weighty.
struct SecondStepRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.secondStep, needs: .nothing, use: ask)
        routes.post(withoutToken: Paths.secondStep, use: take)
        routes.get(Paths.proof, needs: .right(.beHere), use: askAgain)
        routes.post(Paths.proof, needs: .right(.beHere), use: prove)
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].map(String.init) ?? ""
        guard let token = doorkeeper.token(of: request), try await store.halfSignedIn(token) != nil else {
            return .seeOther(Paths.signIn)
        }
        return pages.render(step(next, nil, context), request, context)
    }

    private func step(_ next: String, _ wrong: WrongFields?, _ context: WebContext) -> Page {
        Page("entrance/second-step", ["path": Paths.secondStep, "next": next, "sign_in": Paths.signIn])
            .with(wrong, pages.speech(context)).standing(at: Paths.secondStep)
    }

    private func take(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = doorkeeper.token(of: request) else { return .seeOther(Paths.signIn) }
        do {
            try await store.finishSignIn(token, code: form["code"])
            return .seeOther(SignInRoutes.safe(form["next"]))
        } catch let refusal as Account.FactorRefusal {
            let page = step(form["next"], WrongFields("code", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        } catch let wait as MustWait {
            let page = step(form["next"], WrongFields("code", wait.problem), context)
            return pages.render(page, request, context, status: .tooManyRequests)
        } catch Account.Refusal.doesNotMatch {
            // It took longer than the ten minutes: the password is asked anew.
            return .seeOther(Paths.signIn)
        }
    }

    private func askAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].map(String.init) ?? ""
        return pages.render(try proof(next, nil, context), request, context)
    }

    private func proof(_ next: String, _ wrong: WrongFields?, _ context: WebContext) throws -> Page {
        let values: [String: Any] = [
            "path": Paths.proof, "next": next, "has_factor": try context.member.hasSecondFactor,
            "back": Paths.today,
        ]
        return Page("entrance/proof", values).with(wrong, pages.speech(context)).standing(at: Paths.proof)
    }

    private func prove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let field = member.hasSecondFactor ? "code" : "present"
        do {
            try await store.proveAgain(member, context.token ?? [], with: form[field])
            return .seeOther(SignInRoutes.safe(form["next"]))
        } catch let refusal as Account.FactorRefusal {
            let problem = member.hasSecondFactor ? refusal.key : Account.Refusal.passwordIsWrong.key
            let page = try proof(form["next"], WrongFields(field, Problem(problem)), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        } catch let wait as MustWait {
            let page = try proof(form["next"], WrongFields(field, wait.problem), context)
            return pages.render(page, request, context, status: .tooManyRequests)
        }
    }
}
