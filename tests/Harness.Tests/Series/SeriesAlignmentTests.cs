namespace GatewayBench.Tests.Series;

public sealed class SeriesAlignmentTests
{
    [Fact]
    public void Readings_that_come_a_little_late_belong_to_the_slices_that_they_are_most_of() =>
        Assert.Equal(
            [0, 1, 2],
            SeriesAlignment.Places(
                [Slices.Second(0), Slices.Second(1), Slices.Second(2)],
                [new(0, 1.1), new(1.1, 2.3), new(2.3, 3)]
            )
        );

    [Fact]
    public void A_reading_of_several_seconds_is_that_of_each_of_them() =>
        Assert.Equal(
            [0, 0, 0, 1],
            SeriesAlignment.Places(
                [.. Enumerable.Range(0, 4).Select(Slices.Second)],
                [new(0, 3), new(3, 4)]
            )
        );

    [Fact]
    public void A_slice_of_which_nobody_read_half_is_not_known() =>
        Assert.Equal(
            [0, null, null],
            SeriesAlignment.Places(
                [Slices.Second(0), Slices.Second(1), Slices.Of(2, 0.3)],
                [new(0, 1.4)]
            )
        );

    [Fact]
    public void A_slice_of_several_seconds_is_not_told_by_one_of_them() =>
        Assert.Equal(
            [null, 3],
            SeriesAlignment.Places(
                [Slices.Of(0, 3), Slices.Of(3, 1)],
                [new(0, 1), new(1, 2), new(2, 3), new(3, 4)]
            )
        );

    [Fact]
    public void Without_readings_nothing_is_known() =>
        Assert.Equal([null], SeriesAlignment.Places([Slices.Second(0)], []));
}
