namespace GatewayBench.Tests.Verdicts;

public sealed class WalshAveragesTests
{
    [Fact]
    public void Estimate_and_interval_are_those_of_r_from_5_to_40_values() =>
        Assert.All(
            RReference.All.SignedRank,
            reference =>
            {
                var averages = new WalshAverages(reference.Values);
                var interval = averages.At(reference.Level);

                Assert.Equal(reference.Estimate, averages.Pseudomedian, reference.Tolerance);
                Assert.NotNull(interval);
                Assert.Equal(reference.Low, interval.Value.Low, reference.Tolerance);
                Assert.Equal(reference.High, interval.Value.High, reference.Tolerance);
            }
        );

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.8)]
    public void Even_with_ties_and_zeros_the_interval_holds_the_centre_as_often_as_it_says(
        double level
    )
    {
        // Every way in which six draws from a distribution around 0 can fall, which mostly tie.
        (double Value, double Probability)[] faces =
        [
            (-2, 0.1),
            (-1, 0.25),
            (0, 0.3),
            (1, 0.25),
            (2, 0.1),
        ];
        const int Draws = 6;
        var values = new double[Draws];
        var held = 0.0;

        Draw(0, 1);

        Assert.InRange(held, level, 1);

        void Draw(int drawn, double probability)
        {
            if (drawn == Draws)
            {
                held += new WalshAverages(values).At(level)!.Value.Contains(0) ? probability : 0;
                return;
            }
            foreach (var face in faces)
            {
                values[drawn] = face.Value;
                Draw(drawn + 1, probability * face.Probability);
            }
        }
    }

    [Fact]
    public void Its_interval_holds_the_centres_that_the_test_does_not_reject()
    {
        double[] values = [1.2, 0.4, -0.3, 2.5, 0.9, 1.7, -0.8, 3.1, 0.6, 2.2];
        var interval = new WalshAverages(values).At(0.95)!.Value;

        Assert.True(SignedRankTest.Of(values, interval.Low - 1e-6).TwoSided <= 0.05);
        Assert.True(SignedRankTest.Of(values, interval.Low + 1e-6).TwoSided > 0.05);
        Assert.True(SignedRankTest.Of(values, interval.High - 1e-6).TwoSided > 0.05);
        Assert.True(SignedRankTest.Of(values, interval.High + 1e-6).TwoSided <= 0.05);
    }

    [Theory]
    [InlineData(5, 0.95, false)]
    [InlineData(6, 0.95, true)]
    [InlineData(7, 0.99, false)]
    [InlineData(8, 0.99, true)]
    public void Too_few_values_have_no_interval(int n, double level, bool exists) =>
        Assert.Equal(
            exists,
            new WalshAverages([.. Enumerable.Range(1, n).Select(i => 1.0 / i)]).At(level)
                is not null
        );

    [Fact]
    public void One_value_is_its_own_estimate() =>
        Assert.Equal(3, new WalshAverages([3.0]).Pseudomedian);

    [Fact]
    public void Without_values_there_is_no_estimate() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalshAverages([]));
}
