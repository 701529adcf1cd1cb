using GatewayBench.VerdictTruth;

namespace GatewayBench.EndToEnd;

public sealed class CulpritRepositoryTests
{
    [Fact]
    public async Task It_has_its_culprit_where_it_says_and_all_commits_differ()
    {
        var stop = TestContext.Current.CancellationToken;
        using var repository = new CulpritRepository();
        var plan = CulpritPlan.Named(1);

        await repository.FillAsync(plan, rounds: 7_000, stop);

        Assert.Equal([repository.Culprit], repository.Hidden);
        Assert.Equal(
            CulpritPlan.Commits,
            (await LogAsync($"{repository.Good}..{repository.Bad}")).Length
        );
        // What costs stands in one commit alone; the others change something else.
        Assert.Equal(
            [repository.Culprit],
            await LogAsync($"{repository.Good}..{repository.Bad}", "--", "appsettings.json")
        );
        Assert.Equal(
            CulpritPlan.Commits,
            (await LogAsync($"{repository.Good}..{repository.Bad}", "--", "Changes.cs")).Length
        );

        async Task<string[]> LogAsync(params string[] of)
        {
            var (exitCode, output, error) = await GitProgram.RunAsync(
                Path.Combine(Path.GetDirectoryName(repository.Bench)!, "repository"),
                ["log", "--format=%H", .. of],
                stop
            );
            Assert.True(exitCode == 0, error);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Broken_commits_are_beside_the_culprit_only_where_they_have_to_hide_it(int run)
    {
        var (named, covered) = (CulpritPlan.Named(run), CulpritPlan.Covered(run));

        Assert.Equal([named.Culprit], named.Hidden);
        Assert.Equal((2, 1), (named.Unbuildable.Count, named.Unstartable.Count));
        Assert.All(
            named.Unbuildable.Concat(named.Unstartable),
            number => Assert.InRange(number, 1, CulpritPlan.Commits - 1)
        );
        Assert.Equal([covered.Culprit - 1, covered.Culprit, covered.Culprit + 1], covered.Hidden);
    }
}
