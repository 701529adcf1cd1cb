using System.CommandLine;
using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>How many pairs are measured: said as such, or as the time that there is.</summary>
internal sealed class PairCountOptions
{
    private readonly int _usual;
    private readonly int _least;
    private readonly int _most;
    private readonly Option<int> _pairs;
    private readonly Option<TimeSpan> _time;

    /// <param name="what">What <c>--pairs</c> says.</param>
    /// <param name="usual">Without either.</param>
    /// <param name="least">The fewest that make sense.</param>
    /// <param name="most">The most.</param>
    public PairCountOptions(string what, int usual, int least, int most)
    {
        (_usual, _least, _most) = (usual, least, most);
        _pairs = OptionOf.Number(
            "--pairs",
            string.Create(CultureInfo.InvariantCulture, $"{what} [default: {usual}]"),
            least,
            most
        );
        _time = OptionOf.Duration(
            "--time",
            "The time that there is, in place of --pairs: as many as fit in, each taken for as long as it can be; discarded ones come on top.",
            max: TimeSpan.FromDays(7)
        );
    }

    public IEnumerable<Option> All => [_pairs, _time];

    /// <param name="parsed">The command line.</param>
    /// <param name="plan">How long a pair may take.</param>
    /// <param name="parts">How often so many are measured.</param>
    /// <exception cref="UsageException">Both are given, or the time is too short.</exception>
    public int Of(ParseResult parsed, PairPlan plan, int parts = 1)
    {
        parsed.Refuse(_time, _pairs);
        if (parsed.ValueIfGiven(_time) is not { } time)
        {
            return parsed.ValueIfGiven(_pairs) ?? _usual;
        }
        var each = PairTime.MostOf(plan) * parts;
        var pairs = (int)Math.Min(_most, time / each);
        return pairs >= _least
            ? pairs
            : throw new UsageException(
                $"{_time.Name} is {Duration.ToText(time)}, in which {pairs} pairs fit that take up to {Seconds(each)} each; "
                    + $"allowed: {Seconds(each * _least)} or more, for {_least} pairs."
            );
    }

    private static string Seconds(TimeSpan time) =>
        Duration.ToText(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)));
}
