import Core
import Store
import Surveys

/// Refusals that are about what was typed after a command, and not about what is the case: they end with 2.
enum BadInput {
    private static let refusals: Set<String> = Set(
        [
            Wave.Refusal.titleIsEmpty, .titleIsTooLong, .thresholdIsOutside, .closesBeforeOpening,
            .resultsBeforeClosing, .researchTakesTwo, .heldInTheFuture,
        ]
        .map(\.key) + [Organisation.Refusal.slugIsWrong, .nameIsEmpty, .nameIsTooLong].map(\.key)
            + [Account.Refusal.nameIsEmpty, .nameIsTooLong, .unitIsMissing].map(\.key)
            + [ControlProblem.isTooLarge].map(\.key))

    static func code(of refusal: any Refusal) -> Int32 { refusals.contains(refusal.key) ? 2 : 1 }

    static func code(of problem: StartProblem) -> Int32 { [.isNoBackup, .isNoProof].contains(problem) ? 2 : 1 }
}
