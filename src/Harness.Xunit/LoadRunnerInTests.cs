using Xunit;

namespace GatewayBench;

/// <summary>
/// Load runs from a test: the report goes to the test's output, rows are announced as they start,
/// and what the environment variables say wins over the code.
/// </summary>
public static class LoadRunnerInTests
{
    extension(LoadRunner)
    {
        /// <summary>Runs one scenario against one target.</summary>
        /// <param name="target">What is loaded.</param>
        /// <param name="scenario">What a user does.</param>
        /// <param name="load">When it is done; <c>GATEWAYBENCH_CONCURRENCY</c> may make several rows of a closed one.</param>
        /// <param name="output">The test's output.</param>
        /// <exception cref="SettingException">A variable does not parse, is out of range or is unknown.</exception>
        public static Task<LoadResult> RunAsync(
            ITarget target,
            Scenario scenario,
            Load load,
            ITestOutputHelper output
        )
        {
            var settings = LoadSettings.FromEnvironment();
            settings.RefuseGiven(
                "this test names its own target and scenario",
                Variables.Rows,
                Variables.Port,
                Variables.Transport
            );
            var loads = settings.Apply(load);
            return LoadRunner.RunAsync(
                [.. loads.Select(l => new Row(target, scenario, l))],
                output
            );
        }

        /// <summary>Runs a profile: see <see cref="Profile"/>.</summary>
        /// <param name="target">What is loaded.</param>
        /// <param name="scenario">What a user does.</param>
        /// <param name="profile">When it is done; <c>GATEWAYBENCH_DURATION_SECS</c> says in which time.</param>
        /// <param name="output">The test's output.</param>
        /// <exception cref="SettingException">A variable does not parse, is out of range or is unknown.</exception>
        public static Task<LoadResult> RunAsync(
            ITarget target,
            Scenario scenario,
            Profile profile,
            ITestOutputHelper output
        )
        {
            ArgumentNullException.ThrowIfNull(profile);
            var settings = LoadSettings.FromEnvironment();
            settings.RefuseGiven(
                "this test names its own target, scenario and users",
                Variables.Rows,
                Variables.Port,
                Variables.Transport,
                Variables.Concurrency
            );
            return LoadRunner.RunAsync(
                target,
                scenario,
                settings.Given.Contains(Variables.Duration)
                    ? profile.Lasting(settings.Duration)
                    : profile,
                Options(settings, output, name: null),
                TestContext.Current.CancellationToken
            );
        }

        /// <summary>Runs rows one after the other.</summary>
        /// <param name="rows">The rows, as they are: apply the settings to their loads first.</param>
        /// <param name="output">The test's output.</param>
        /// <param name="name">What the run is called; default the test's method.</param>
        /// <exception cref="SettingException">A variable does not parse, is out of range or is unknown.</exception>
        public static Task<LoadResult> RunAsync(
            IReadOnlyList<Row> rows,
            ITestOutputHelper output,
            string? name = null
        )
        {
            var options = Options(LoadSettings.FromEnvironment(), output, name);
            return LoadRunner.RunAsync(rows, options, TestContext.Current.CancellationToken);
        }
    }

    private static RunOptions Options(LoadSettings settings, ITestOutputHelper output, string? name)
    {
        ArgumentNullException.ThrowIfNull(output);
        return settings.Apply(
            new RunOptions
            {
                Command = LoadCommand.Of(settings.Given, Environment.GetEnvironmentVariable),
                Name = name ?? TestContext.Current.TestMethod?.MethodName ?? "load",
                Output = output.WriteLine,
                Progress = Terminal.WriteLine,
            }
        );
    }
}
