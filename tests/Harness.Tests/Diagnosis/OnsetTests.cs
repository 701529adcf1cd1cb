namespace GatewayBench.Tests.Diagnoses;

public sealed class OnsetTests
{
    [Fact]
    public void A_level_that_is_left_for_good_is_found_where_it_is_left()
    {
        var onset = Onset.Of([1, 2, 1, 2, 1, 2, 30, 31, 30, 31, 30], floor: 5, factor: 3);

        Assert.Equal(6, onset?.Slice);
        Assert.Equal(30.5, onset?.Value);
    }

    [Fact]
    public void A_moment_is_no_onset_and_one_that_falls_short_is_no_end()
    {
        Assert.Null(Onset.Of([1, 1, 1, 1, 1, 30, 30, 1, 1, 1, 1], floor: 5, factor: 3));
        Assert.Equal(5, Onset.Of([1, 1, 1, 1, 1, 30, 30, 1, 30, 1, 1], floor: 5, factor: 3)?.Slice);
    }

    [Fact]
    public void Noise_widens_what_is_normal_and_below_the_floor_all_is()
    {
        Assert.Null(Onset.Of([1, 9, 20, 1, 40, 41, 40, 41, 42, 40], floor: 5, factor: 3));
        Assert.Null(Onset.Of([1, 1, 1, 1, 40, 41, 40, 41, 42, 40], floor: 50, factor: 3));
    }

    [Fact]
    public void What_rises_steadily_is_named_where_it_passes_its_factor_and_not_its_spread()
    {
        // 10, 20, 30 and on: 35 is normal, and 6 deviations of its values would be far beyond.
        double?[] rising = [.. Enumerable.Range(1, 24).Select(i => (double?)(10 * i))];

        Assert.Equal(6, Onset.Of(rising, floor: 5, factor: 2)?.Slice);
    }

    [Fact]
    public void What_sets_in_while_normal_is_looked_for_is_no_trend()
    {
        double?[] early = [0, 0, 0, 0, 0.96, .. Enumerable.Repeat((double?)0.98, 19)];

        Assert.Equal(4, Onset.Of(early, floor: 0.01, factor: 1)?.Slice);
    }

    [Fact]
    public void What_is_wrong_in_itself_is_found_from_the_start_and_what_is_relative_is_not()
    {
        double?[] steady = [9, 9, 9, 9, 9, 9, 9, 9];

        Assert.Equal(new Onset(0, null, 9, 5), Onset.Of(steady, floor: 5, factor: 1));
        Assert.Null(Onset.Of(steady, floor: 5, factor: 2));
    }

    [Fact]
    public void Slices_that_are_not_known_say_nothing()
    {
        Assert.Equal(
            5,
            Onset.Of([1, 1, null, 1, null, 9, 9, null, 9, 9], floor: 5, factor: 2)?.Slice
        );
        Assert.Null(Onset.Of([9, null, null, 9, 9], floor: 5, factor: 1));

        double?[] rare =
        [
            1,
            1,
            1,
            1,
            9,
            .. new double?[4],
            9,
            .. new double?[4],
            9,
            .. new double?[4],
            9,
        ];

        Assert.Null(Onset.Of(rare, floor: 5, factor: 2));
    }
}
