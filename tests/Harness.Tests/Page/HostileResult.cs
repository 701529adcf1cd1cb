using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Page;

/// <summary>A result whose every name tries to be more than a name.</summary>
internal static class HostileResult
{
    public const string Script =
        "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>";

    public const string Quotes = "\"'`><b onclick=alert(3)>&lt;&#x3c;";

    /// <summary>10 KB: right to left with an override, marks, an emoji of several, and what no font has.</summary>
    public static readonly string Unicode = string.Concat(
        Enumerable.Repeat("\u202eשלום عالم\u202c a\u0301\u0323 👩‍👩‍👧 𝒳 漢字 ", 250)
    );

    public static LoadResult Result =>
        Results.Of(Row(Script), Row(Unicode), Row(Quotes), Row("\ud800 half \0 \u0007 \ufffe")) with
        {
            Name = $"{Script} {Quotes}",
            Command = Script,
            Targets =
            [
                new TargetInfo(Script, Quotes, Script, [Unicode, Script]) { Settings = [Script] },
            ],
            Settings = [new SettingOrigin(Script, Unicode, Quotes)],
            Machine = new MachineInfo(Script, 1, 1, Quotes, Script, Unicode, Script),
        };

    private static RowResult Row(string name) =>
        PageResults.Ramp(name, seconds: 20) with
        {
            Load = $"90 users {Script}",
            Transport = Quotes,
            Invalid = [Script],
            Checks = [new CheckResult(Script, 1, 2), new CheckResult(Unicode, 1, 1)],
            Samples = new Dictionary<Outcome, string> { [Outcome.RateLimited] = Script },
            Slowest =
            [
                new SlowHit(1, Unicode, 3, 1, 1, 1, 0, Outcome.Success, Script),
                new SlowHit(0, null, 0, 0, 0, 0, 0, Outcome.Success, null),
            ],
        };
}
