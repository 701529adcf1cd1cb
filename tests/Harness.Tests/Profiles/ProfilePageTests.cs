using GatewayBench.Support;

namespace GatewayBench.Tests.Profiles;

/// <summary>The page about profiles says what they are.</summary>
public sealed class ProfilePageTests
{
    private static readonly string Page = File.ReadAllText(
        Repository.PathOf("docs", "profiles.md")
    );

    public static TheoryData<string> Names => [.. ProfileNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_each_profile_with_its_purpose(string name)
    {
        var profile = ProfileNames.Find(name, expectedPeak: null);

        Assert.Contains($"| `{name}` | {profile.Purpose} | ", Page, StringComparison.Ordinal);
        Assert.All(
            profile.Slos,
            slo => Assert.Contains($"`{slo}`", Page, StringComparison.Ordinal)
        );
    }
}
