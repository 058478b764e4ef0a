import Surveys

/// What was made last, cards or forms: for whoever sent the form on an older page.
struct LastBatch {
    let batches: [CardBatch]
    let blocks: [Group]
    let say: Speech

    /// Nil where nothing was made.
    var text: String? {
        guard let last = batches.last, let block = blocks.first(where: { $0.position == last.block }) else {
            return nil
        }
        let values = ["count": "\(last.count)", "name": say.name(of: block)]
        return say(last.isPaper ? "paper.conflict.last" : "cards.conflict.last", values)
    }
}
