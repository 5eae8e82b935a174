/// The middle of some values; the upper of two.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
