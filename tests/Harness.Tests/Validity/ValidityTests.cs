using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;

namespace GatewayBench.Tests.Validity;

public sealed class ValidityTests
{
    [Theory]
    [InlineData(50, 6)]
    [InlineData(90, 36)]
    [InlineData(95, 72)]
    [InlineData(99, 368)]
    [InlineData(99.9, 3_688)]
    public void A_percentile_needs_this_many_samples(double percentile, long samples) =>
        Assert.Equal(samples, SampleSize.NeededFor(percentile));

    [Fact]
    public void Fairness_is_the_slowest_user_over_the_median_user() =>
        Assert.Equal(0.5, Fairness.Of([1000, 100, 200, 5000, 200], variation: 0.1));

    [Fact]
    public void With_few_exchanges_per_user_fairness_is_not_judged() =>
        Assert.Null(Fairness.Of([1, 99, 99, 99], variation: 0.1));

    [Fact]
    public void Where_latencies_vary_widely_chance_alone_makes_users_differ()
    {
        // 256 users, latencies with p99 of ten medians: the lowest of them is far below the median.
        long[] exchanges = [130, .. Enumerable.Repeat(180L, 255)];

        Assert.Null(Fairness.Of(exchanges, variation: 1.3));
        Assert.NotNull(Fairness.Of(exchanges, variation: 0.3));
    }

    [Fact]
    public void Code_that_was_built_without_optimisation_is_refused_by_name()
    {
        var modes = DebuggableAttribute.DebuggingModes.DisableOptimizations;
        var debug = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("DebugGateway"),
            AssemblyBuilderAccess.Run,
            [
                new CustomAttributeBuilder(
                    typeof(DebuggableAttribute).GetConstructor([
                        typeof(DebuggableAttribute.DebuggingModes),
                    ])!,
                    [modes]
                ),
            ]
        );

        var error = Assert.Throws<UnoptimisedCodeException>(() => OptimisedCode.Require(debug));

        Assert.StartsWith(
            "'DebugGateway' was built without optimisation",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("allowed: a Release build", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_of_ours_is_optimised_in_every_configuration()
    {
        OptimisedCode.Require(typeof(Program).Assembly);
        OptimisedCode.Require(typeof(ValidityTests).Assembly);
    }
}
