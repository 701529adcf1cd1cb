namespace Gateway;

/// <summary>
/// Makes one ranking of several by reciprocal rank fusion: a document's score is the sum of
/// 1 / (60 + rank) over the rankings that have it (Cormack, Clarke and Büttcher, "Reciprocal rank
/// fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009). It needs no common
/// scale, which BM25 and cosines don't have.
/// </summary>
internal static class RankFusion
{
    /// <summary>The constant of the paper: how little the first places count more than the next.</summary>
    private const int K = 60;

    /// <param name="rankings">Documents by number, each ranking's best first.</param>
    /// <returns>All of them, the best first; ties by number.</returns>
    public static List<(long Number, double Score)> Fuse(IEnumerable<IReadOnlyList<long>> rankings)
    {
        var scores = new Dictionary<long, double>();
        foreach (var ranking in rankings)
        {
            for (var i = 0; i < ranking.Count; i++)
            {
                scores[ranking[i]] = scores.GetValueOrDefault(ranking[i]) + (1.0 / (K + i + 1));
            }
        }
        return
        [
            .. scores
                .Select(entry => (Number: entry.Key, Score: entry.Value))
                .OrderByDescending(entry => entry.Score)
                .ThenBy(entry => entry.Number),
        ];
    }
}
