import Core
import Hummingbird
import Store

/// The same explanations for those who are signed in, of the organisation where they are.
struct AboutRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        for part in AboutPage.Part.allCases {
            routes.get("/about/" + part.rawValue, needs: .right(.beHere)) { request, context in
                let organisation = try context.member.organisation
                let page = AboutPage(
                    organisation: organisation, wave: nil, instrument: nil, say: pages.speech(context))
                return pages.render(Page(part.template, room: .library, page.values), request, context)
            }
        }
    }
}
