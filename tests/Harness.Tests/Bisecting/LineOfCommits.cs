using System.Globalization;

namespace GatewayBench.Tests.Bisecting;

/// <summary>A history without merges, halved as git does it: in memory, for searches by the hundred.</summary>
internal sealed class LineOfCommits : IBisection
{
    private readonly HashSet<int> _skipped = [];
    private int _good;
    private int _bad;

    public static string Hash(int number) => number.ToString("x40", CultureInfo.InvariantCulture);

    public static int NumberOf(string hash) =>
        int.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static Commit Commit(int number) =>
        new(
            Hash(number),
            number > 0 ? [Hash(number - 1)] : [],
            DateTimeOffset.UnixEpoch.AddDays(number),
            $"Change {number}",
            ["src/App.cs"]
        );

    public Task<BisectPosition> StartAsync(string good, string bad, CancellationToken stop)
    {
        (_good, _bad) = (NumberOf(good), NumberOf(bad));
        return Position();
    }

    public Task<BisectPosition> MarkAsync(string commit, BisectMark mark, CancellationToken stop)
    {
        var number = NumberOf(commit);
        switch (mark)
        {
            case BisectMark.Good:
                _good = number;
                break;
            case BisectMark.Bad:
                _bad = number;
                break;
            default:
                _skipped.Add(number);
                break;
        }
        return Position();
    }

    public Task<Commit> ReadAsync(string commit, CancellationToken stop) =>
        Task.FromResult(Commit(NumberOf(commit)));

    private Task<BisectPosition> Position()
    {
        var middle = (_good + _bad) / 2;
        var next = Enumerable
            .Range(_good + 1, _bad - _good - 1)
            .Where(number => !_skipped.Contains(number))
            .OrderBy(number => Math.Abs(number - middle))
            .Select(Hash)
            .FirstOrDefault();
        return Task.FromResult(
            new BisectPosition(
                next,
                [.. Enumerable.Range(_good + 1, _bad - _good).Reverse().Select(Hash)]
            )
        );
    }
}
