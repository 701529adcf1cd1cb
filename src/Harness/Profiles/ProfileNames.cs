namespace GatewayBench;

/// <summary>The profiles by their names, for command lines and bench files.</summary>
internal static class ProfileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "smoke",
        "load",
        "ramp",
        "burst",
        "sustained",
        "full",
        "spike",
        "soak",
        "breakpoint",
        "headroom",
    ];

    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="expectedPeak">
    /// Users at the expected peak; null for what each profile has by default. Ramps and bursts go up
    /// to it, the others hold it; a spike starts from it, a search for the breakpoint too.
    /// </param>
    /// <exception cref="ArgumentException">The number is out of the profile's range, or it has no use for one.</exception>
    public static Profile Find(string name, int? expectedPeak) =>
        Usual(name, expectedPeak) with
        {
            ExpectedPeak = expectedPeak,
        };

    private static Profile Usual(string name, int? expectedPeak) =>
        (name, expectedPeak) switch
        {
            ("smoke", null) => Profile.Smoke(),
            ("full", null) => Profile.Full(),
            ("smoke" or "full", _) => throw new ArgumentException(
                $"The profile {name} has no use for an expected peak; allowed with one: "
                    + $"{string.Join(", ", All.Where(one => one is not ("smoke" or "full")))}."
            ),
            ("load", { } peak) => Profile.Load(peak),
            ("load", _) => Profile.Load(),
            ("ramp", { } peak) => Profile.Ramp(to: peak),
            ("ramp", _) => Profile.Ramp(),
            ("burst", { } peak) => Profile.Burst(peak),
            ("burst", _) => Profile.Burst(),
            ("sustained", { } peak) => Profile.Sustained(peak),
            ("sustained", _) => Profile.Sustained(),
            ("spike", { } peak) => Profile.Spike(peak),
            ("spike", _) => Profile.Spike(),
            ("soak", { } peak) => Profile.Soak(peak),
            ("soak", _) => Profile.Soak(),
            ("breakpoint", { } peak) => Profile.Breakpoint(peak),
            ("breakpoint", _) => Profile.Breakpoint(),
            ("headroom", { } peak) => Profile.Headroom(peak),
            ("headroom", _) => Profile.Headroom(),
            _ => throw InvalidOption.Exception("profile", name, string.Join(", ", All)),
        };
}
