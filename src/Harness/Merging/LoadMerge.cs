using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>What the loads of several generators come to together.</summary>
internal static partial class LoadMerge
{
    /// <summary>What must be the same of all: a generator's share of users, starts or arrivals need not be.</summary>
    public static string KindOf(RowResult row) =>
        row.Users is null ? "open" : $"closed{Starts().Replace(row.Manner(), "")}";

    /// <summary>Closed loads by all their users, open ones by what each generator did.</summary>
    public static string NameOf(IReadOnlyList<RowResult> rows)
    {
        if (rows[0].Users is null)
        {
            return string.Join(
                " + ",
                rows.GroupBy(row => row.Load)
                    .Select(same => same.Count() > 1 ? $"{same.Count()} x {same.Key}" : same.Key)
            );
        }
        var starts = rows.Select(row => Starts().Match(row.Manner())).ToList();
        var rate = starts.Sum(start =>
            start.Success ? double.Parse(start.Groups[1].Value, CultureInfo.InvariantCulture) : 0
        );
        return ClosedLoad.UsersText(rows.Sum(row => row.Users!.Value))
            + (
                starts.All(start => start.Success)
                    ? string.Create(CultureInfo.InvariantCulture, $", {rate} started/s")
                    : ""
            )
            + Starts().Replace(rows[0].Manner(), "");
    }

    [GeneratedRegex(@"^, ([0-9.E+-]+) started/s")]
    private static partial Regex Starts();
}
