namespace GatewayBench.Tests.Page;

public sealed class CapacityOverlayTests
{
    private static readonly CapacityEstimate Found = new(
        100,
        new Knee(40, 36, 44, 400, 10, 1),
        new Collapse(90, 84, 95, 420, 210),
        new SustainableRate(380, 38, 20),
        new BreakingPoint(45, 30, 400, "errors over 5 %")
    );

    private static readonly double[] Users = [1, 25, 50, 75, 100];

    private static ChartAxis Axis => ChartAxis.Linear("users", 100, Units.Count);

    [Fact]
    public void The_fit_bends_at_the_knee_and_the_sustainable_rate_is_level()
    {
        ChartLine[] lines = [.. new CapacityOverlay(Found, Users).Lines(3)];

        Assert.Equal(["fit", "sustainable"], lines.Select(line => line.Label));
        Assert.Equal(
            [new(1, 10), new(25, 250), new(40, 400), new(50, 410), new(75, 435), new(100, 460)],
            lines[0].Points
        );
        Assert.All(lines[1].Points, point => Assert.Equal(380, point.Y));
    }

    [Fact]
    public void Marks_that_stand_together_share_a_text()
    {
        ChartMark[] marks = [.. new CapacityOverlay(Found, Users).Marks(Axis)];

        Assert.Equal([40, 45, 90], marks.Select(mark => mark.X));
        Assert.Equal(["knee 40, breaks 45", "", "collapse 90"], marks.Select(mark => mark.Text));
    }

    [Fact]
    public void Its_note_says_between_which_numbers_the_marks_lie() =>
        Assert.Equal(
            " The fit's two lines meet at the knee, 40 users (95 %: 36 to 44). Less gets done from 90 users on (95 %: 84 to 95).",
            new CapacityOverlay(Found, Users).Note
        );

    [Fact]
    public void What_lies_beyond_the_chart_is_not_drawn_and_what_was_not_found_neither()
    {
        var few = new CapacityOverlay(Found, [1, 42]);

        Assert.Equal(["knee 40"], few.Marks(Axis).Select(mark => mark.Text));
        var nothing = new CapacityOverlay(new(100, null, null, null, null), Users);
        Assert.Empty(nothing.Lines(3));
        Assert.Empty(nothing.Marks(Axis));
        Assert.Equal("", nothing.Note);
    }

    [Fact]
    public void It_is_on_the_page_of_a_row_whose_users_rise()
    {
        var result = PageResults.HalfAnHour;
        var row = result.Rows[0] with
        {
            Stages =
            [
                new StageResult
                {
                    Name = "ramp",
                    From = 0,
                    Seconds = 1_800,
                    FromUsers = 1,
                    ToUsers = 90,
                    Successes = 1,
                    SuccessesInTime = 1,
                    Errors = new Dictionary<Outcome, long>(),
                    Latency = result.Rows[0].Latency,
                    ServiceTime = result.Rows[0].ServiceTime,
                },
            ],
            Timeline =
            [
                .. result.Rows[0].Timeline.Select((slice, i) => slice with { Users = 1 + i / 20 }),
            ],
            Capacity = Found,
        };

        var page = PageResults.Page(result with { Rows = [row] });

        Assert.Contains(">knee 40, breaks 45</text>", page, StringComparison.Ordinal);
        Assert.Contains(
            "meet at the knee, 40 users (95 %: 36 to 44)",
            page,
            StringComparison.Ordinal
        );
    }
}
