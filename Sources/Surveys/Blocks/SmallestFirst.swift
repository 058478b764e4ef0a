/// Elements of which the smallest comes out first: a binary heap.
struct SmallestFirst<Element: Comparable> {
    private var elements: [Element] = []

    init(_ elements: [Element]) {
        for element in elements { insert(element) }
    }

    var smallest: Element? { elements.first }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, elements[place] < elements[(place - 1) / 2] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeSmallest() -> Element? {
        guard let smallest = elements.first, let last = elements.popLast() else { return nil }
        guard !elements.isEmpty else { return smallest }
        elements[0] = last
        sink()
        return smallest
    }

    private mutating func sink() {
        var place = 0
        while true {
            let below = [2 * place + 1, 2 * place + 2].filter { $0 < elements.count }
            guard let least = below.min(by: { elements[$0] < elements[$1] }), elements[least] < elements[place] else {
                return
            }
            elements.swapAt(place, least)
            place = least
        }
    }
}
