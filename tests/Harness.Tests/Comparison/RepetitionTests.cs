using GatewayBench.Tests.Diagnoses;
using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Comparison;

public sealed class RepetitionTests
{
    private static readonly RowResult Healthy = Rows.Healthy with
    {
        Slos = [new SloResult("p95<3s", 1e6, SloUnit.Microseconds, Met: true, null)],
        Diagnosis = Diagnosed(),
    };

    [Fact]
    public void What_was_wrong_and_is_not_any_more_is_fixed()
    {
        var repetition = Of(Missing() with { Diagnosis = Diagnosed("store_pool") }, Healthy);

        Assert.Equal(
            [
                "chat, 32 users: SLO p95<3s missed: 5.00 s",
                "chat, 32 users: store_pool with 21 users, 0:20",
            ],
            repetition.Fixed.Select(one => $"{one}")
        );
        Assert.Empty(repetition.Left);
        Assert.Empty(repetition.New);
        Assert.Empty(repetition.Untold);
        Assert.Contains("  nothing that was watched gave way", Lines(repetition));
    }

    [Fact]
    public void What_gives_way_first_now_breaks_next()
    {
        var repetition = Of(
            Healthy with
            {
                Diagnosis = Diagnosed("store_pool", "provider_limit"),
            },
            Healthy with
            {
                Diagnosis = Diagnosed("provider_limit", "cpu"),
            }
        );

        Assert.Equal("suspect store_pool", Assert.Single(repetition.Fixed).Name);
        Assert.Equal("suspect provider_limit", Assert.Single(repetition.Left).Now.Name);
        Assert.Equal("suspect cpu", Assert.Single(repetition.New).Name);
        Assert.Equal("suspect provider_limit", Assert.Single(repetition.Next).Name);
        Assert.Contains(
            "  chat, 32 users: provider_limit with 21 users, 0:20; before: provider_limit with 22 users, 0:21",
            Lines(repetition)
        );
    }

    [Theory]
    [InlineData("its figures are INVALID")]
    [InlineData("it is not judged by it")]
    [InlineData("its time was scaled")]
    [InlineData("there is no such row")]
    public void What_can_not_be_told_now_is_not_called_fixed(string why)
    {
        var now = why switch
        {
            "its figures are INVALID" => Healthy with { Invalid = ["drift: it moved"] },
            "it is not judged by it" => Healthy with { Slos = [] },
            "its time was scaled" => Healthy with
            {
                Slos = [Healthy.Slos[0] with { Met = false, Judged = false }],
            },
            _ => Healthy with { Name = "another" },
        };

        var repetition = Of(Missing(), now);

        Assert.Equal(why, Assert.Single(repetition.Untold).Why);
        Assert.Empty(repetition.Fixed);
    }

    [Fact]
    public void A_suspect_of_which_nothing_tells_now_is_not_called_fixed()
    {
        var before = Healthy with { Diagnosis = Diagnosed("store_pool") };

        Assert.Equal(
            "nothing is diagnosed in fewer than 8 slices",
            Assert.Single(Of(before, Healthy with { Diagnosis = null }).Untold).Why
        );
        var blind = Healthy.Diagnosis! with
        {
            Classics = [new ClassicLimit("store_pool", "store pool", IsWatched: false, null, null)],
        };
        Assert.Equal(
            "nothing told of it",
            Assert.Single(Of(before, Healthy with { Diagnosis = blind }).Untold).Why
        );
        var deaf = Healthy.Diagnosis! with { Unwatched = ["cpu"] };
        Assert.Equal(
            "nothing told of it",
            Assert
                .Single(
                    Of(
                        Healthy with
                        {
                            Diagnosis = Diagnosed("cpu"),
                        },
                        Healthy with
                        {
                            Diagnosis = deaf,
                        }
                    ).Untold
                )
                .Why
        );
    }

    [Fact]
    public void Errors_count_unless_an_SLO_limits_them()
    {
        var broken = Healthy with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 5_000 },
        };
        var limited = broken with
        {
            Slos = [new SloResult("errors<90%", 0.5, SloUnit.Share, Met: true, null)],
        };

        Assert.Equal("50.0 % unexpected errors", Assert.Single(Of(Healthy, broken).New).Text);
        Assert.Empty(Of(limited, limited).Left);
    }

    [Fact]
    public void Figures_stand_side_by_side_with_a_warning_of_what_they_are_worth()
    {
        var lines = Lines(Of(Healthy, Healthy));

        Assert.Contains(lines, line => line.StartsWith("| chat ", StringComparison.Ordinal));
        Assert.Contains("gatewaybench compare", string.Join(' ', lines), StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    private static RowResult Missing() =>
        Healthy with
        {
            Slos = [new SloResult("p95<3s", 5e6, SloUnit.Microseconds, Met: false, null)],
        };

    /// <summary>With suspects that set in one after the other.</summary>
    private static Diagnosis Diagnosed(params string[] suspects) =>
        new(
            [
                .. suspects.Select(
                    (name, i) => new Suspect(name, name, "", 20 + i, 21 + i, null, 1, 1, "", "", "")
                ),
            ],
            []
        );

    private static Repetition Of(RowResult before, RowResult now) =>
        Repetition.Of(Results.Of(before), Results.Of(now));

    private static string[] Lines(Repetition repetition) =>
        [.. ConsoleReport.Lines(RepetitionPage.Of(repetition))];
}
