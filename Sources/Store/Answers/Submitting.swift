import Core
import GRDB
import Surveys

/// What somebody who sent answers is told.
public enum Receipt: Sendable { case stored, replaced }

extension Store {
    /// Stores what the answering page sent; returns when it is on disk.
    public func submit(_ body: [UInt8], to slug: String) async throws -> Receipt {
        guard let wave = openWaves[slug: slug] else { throw try await refusal(at: slug) }
        guard clock.now < wave.end else { throw Submission.Refusal.waveIsOver }
        let submission = try Submission(body, wave.layout)
        guard let block = wave.block(of: submission.code) else { throw Submission.Refusal.codeIsUnknown }
        let row = Spool.Row(
            key: wave.secret.spoolKey(of: submission.code), block: block, layout: wave.layout.hash,
            bytes: submission.bytes, extras: Spool.Extras(submission, wave))
        switch try await put(row, replaces: submission.replaces, in: wave) {
        case .stored: return .stored
        case .replaced: return .replaced
        case .used: throw Submission.Refusal.codeIsUsed
        }
    }

    private func put(_ row: Spool.Row, replaces: Bool, in wave: OpenWave) async throws -> Spool.Outcome {
        do {
            return try await wave.spool.put(row, replaces: replaces)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw Submission.Refusal.diskIsFull
        } catch SpoolProblem.isShut {
            throw Submission.Refusal.waveIsOver
        }
    }

    /// Why a wave at this address takes nothing now.
    private func refusal(at slug: String) async throws -> any Error {
        guard let (wave, _) = try await wave(slug: slug) else { return NotFound() }
        if let still = standstill(of: wave.id), !still.isClosing { return Submission.Refusal.waveStandsStill }
        return switch wave.state {
        case .draft: Submission.Refusal.waveIsEarly
        case .withdrawn: Submission.Refusal.waveIsWithdrawn
        case .open, .closed, .published: Submission.Refusal.waveIsOver
        }
    }
}

extension Spool.Extras {
    /// Nil where the wave has no questions of the kind: most have none, and their answers stay one row.
    fileprivate init?(_ submission: Submission, _ wave: OpenWave) {
        let (layout, secret, code) = (wave.layout, wave.secret, submission.code)
        guard layout.hasStaffGroups || !layout.openQuestions.isEmpty else { return nil }
        self.init(
            asideKey: secret.asideKey(of: code), aside: submission.aside,
            texts: submission.texts.map { text in
                Text(
                    key: secret.textKey(of: code, on: text.question), question: text.question,
                    language: text.language.rawValue, text: text.text)
            },
            textKeys: layout.openQuestions.map { secret.textKey(of: code, on: $0) })
    }
}
