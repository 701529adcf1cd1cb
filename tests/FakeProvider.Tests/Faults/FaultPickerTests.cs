namespace GatewayBench.FakeProviderTests.Faults;

public sealed class FaultPickerTests
{
    private static readonly ModelRequest Request = new()
    {
        Model = "m",
        Prompt = new Prompt(1, 7),
        IsStreamed = true,
    };

    [Fact]
    public void Every_nth_hits_the_nth_and_its_multiples()
    {
        var hit = Numbers(new FaultOptions().Add(Fault.Reset(), everyNth: 100), 1_000);

        Assert.Equal([99, 199, 299, 399, 499, 599, 699, 799, 899, 999], hit);
    }

    [Fact]
    public void A_list_hits_its_numbers_alone() =>
        Assert.Equal(
            [0, 5, 9],
            Numbers(new FaultOptions().Add(Fault.Reset(), requests: [9, 0, 5, 2_000]), 1_000)
        );

    [Fact]
    public void A_probability_hits_those_whose_own_draw_is_below_it()
    {
        const int Requests = 100_000;
        var options = new FaultOptions()
            .Add(Fault.Status(503), probability: 0.01)
            .Add(Fault.Reset(), probability: 0.02);
        var picker = new FaultPicker(options.Rules, seed: 42);

        var hit = Enumerable
            .Range(0, Requests)
            .Select(i => picker.Pick(new FaultSubject((ulong)i, 0, 0), Request)?.Kind)
            .ToArray();

        // Once more, from the published algorithm: the seed, marked as that of the faults, opens a
        // sequence for each key, and a fault's place is its index there.
        var expected = Enumerable.Range(0, Requests).Select(i => Expected((ulong)i)).ToArray();
        Assert.Equal(expected, hit);
        // Four standard deviations about n p.
        Assert.InRange(hit.Count(kind => kind == "status"), 874, 1_126);
        Assert.InRange(hit.Count(kind => kind == "reset"), 1_803, 2_157);
    }

    [Fact]
    public void The_first_attempts_of_each_request_are_hit_whatever_comes_between()
    {
        var picker = new FaultPicker(
            new FaultOptions().Add(Fault.Reset(), firstAttempts: 2).Rules,
            seed: 42
        );
        ulong[] requests = [1, 2, 1, 1, 2, 2, 3, 1];

        var hit = requests.Select(request =>
            picker.Pick(new FaultSubject(0, 0, request), Request) is not null
        );

        Assert.Equal([true, true, true, false, true, false, true, false], hit);
    }

    [Fact]
    public void Of_several_the_first_in_order_wins_and_the_others_draws_stay_theirs()
    {
        var alone = new FaultOptions().Add(Fault.Reset(), 0.5).Add(Fault.NoDone(), 0.5);
        var picker = new FaultPicker(alone.Rules, seed: 1);
        for (ulong key = 0; key < 1_000; key++)
        {
            var expected =
                FaultPicker.Draw(1, key, 0) < 0.5 ? "reset"
                : FaultPicker.Draw(1, key, 1) < 0.5 ? "no-done"
                : null;
            Assert.Equal(expected, picker.Pick(new FaultSubject(key, 0, 0), Request)?.Kind);
        }
    }

    private static string? Expected(ulong key)
    {
        var ofKey = SplitMix(42 ^ 0x6661756C7473UL, key);
        return Uniform(SplitMix(ofKey, 0)) < 0.01 ? "status"
            : Uniform(SplitMix(ofKey, 1)) < 0.02 ? "reset"
            : null;
    }

    private static ulong SplitMix(ulong seed, ulong index)
    {
        unchecked
        {
            var z = seed + (index + 1) * 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private static double Uniform(ulong bits) => ((bits >> 12) + 0.5) / (1UL << 52);

    private static int[] Numbers(FaultOptions options, int count)
    {
        var picker = new FaultPicker(options.Rules, seed: 42);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Where(i => picker.Pick(new FaultSubject(0, (ulong)i, 0), Request) is not null),
        ];
    }
}
