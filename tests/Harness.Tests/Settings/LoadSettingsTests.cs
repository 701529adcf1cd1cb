namespace GatewayBench.Tests.Settings;

public sealed class LoadSettingsTests
{
    [Theory]
    [InlineData(Variables.Duration, "abc", "a number of seconds from 0.1 to 86,400")]
    [InlineData(Variables.Duration, "0", "a number of seconds from 0.1 to 86,400")]
    [InlineData(Variables.Duration, "-5", "a number of seconds from 0.1 to 86,400")]
    [InlineData(Variables.Duration, "1e3", "a number of seconds from 0.1 to 86,400")]
    [InlineData(Variables.Duration, "5s", "a number of seconds from 0.1 to 86,400")]
    [InlineData(Variables.WarmUp, "3601", "a number of seconds from 0 to 3,600")]
    [InlineData(
        Variables.Concurrency,
        "32,x",
        "different whole numbers, separated by commas and each from 1 to 20,000"
    )]
    [InlineData(
        Variables.Concurrency,
        "32,32",
        "different whole numbers, separated by commas and each from 1 to 20,000"
    )]
    [InlineData(
        Variables.Concurrency,
        "0",
        "different whole numbers, separated by commas and each from 1 to 20,000"
    )]
    [InlineData(Variables.Port, "65536", "a whole number from 0 to 65,535")]
    [InlineData(Variables.Port, "http", "a whole number from 0 to 65,535")]
    [InlineData(
        Variables.Transport,
        "remote",
        "loopback, inmemory or testserver; a URL is loaded by a RemoteTarget in code"
    )]
    [InlineData(Variables.Seed, "-1", "a whole number from 0 to 18446744073709551615")]
    [InlineData(Variables.Rows, "core,,chat", "names, separated by commas")]
    [InlineData(Variables.Switch, "yes", "0 or 1")]
    public void A_value_that_is_not_allowed_is_named_with_what_is(
        string name,
        string value,
        string allowed
    )
    {
        var error = Assert.Throws<SettingException>(() => Read((name, value)));

        Assert.Equal($"{name}={value} is not valid; allowed: {allowed}.", error.Message);
    }

    [Fact]
    public void An_unknown_variable_of_ours_is_refused_because_a_typo_must_not_be_a_default()
    {
        var error = Assert.Throws<SettingException>(() => Read(("GATEWAYBENCH_DURATION", "5")));

        Assert.StartsWith(
            "GATEWAYBENCH_DURATION=5 is not valid",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(Variables.Duration, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_no_output_folder()
    {
        var file = typeof(LoadSettingsTests).Assembly.Location;

        Assert.Throws<SettingException>(() => Read((Variables.OutputDirectory, file)));
    }

    [Fact]
    public void Without_variables_everything_has_its_default()
    {
        var settings = Read(("PATH", "/bin"), (Variables.Duration, ""));

        Assert.Equal(TimeSpan.FromSeconds(5), settings.Duration);
        Assert.Equal([32, 256], settings.Concurrency);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.WarmUpCap);
        Assert.Equal(Transport.Loopback, settings.Transport);
        Assert.Equal(0, settings.Port);
        Assert.Equal(["core"], settings.Rows);
        Assert.Equal(42UL, settings.Seed);
        Assert.Empty(settings.Given);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var settings = Read(
            (Variables.Duration, "2.5"),
            (Variables.Concurrency, "1, 8"),
            (Variables.WarmUp, "0"),
            (Variables.Transport, "inmemory"),
            (Variables.Port, "18800"),
            (Variables.Rows, "chat, metrics"),
            (Variables.Seed, "7"),
            (Variables.Prompts, "prompts.jsonl"),
            (Variables.OutputDirectory, "out"),
            (Variables.Switch, "1")
        );

        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.Duration);
        Assert.Equal([1, 8], settings.Concurrency);
        Assert.Equal(TimeSpan.Zero, settings.WarmUpCap);
        Assert.Equal(Transport.InMemory, settings.Transport);
        Assert.Equal(18800, settings.Port);
        Assert.Equal(["chat", "metrics"], settings.Rows);
        Assert.Equal(7UL, settings.Seed);
        Assert.Equal("prompts.jsonl", settings.Prompts);
        Assert.Equal("out", settings.OutputDirectory);
        Assert.Equal(Variables.All.Order(), settings.Given.Order());
    }

    [Fact]
    public void Baselines_are_those_of_the_solution_unless_the_code_names_others()
    {
        var solution = WorkFolder.Find(AppContext.BaseDirectory);

        var usual = Read().Apply();
        var own = Read().Apply(new RunOptions { BaselineDirectory = "own" });

        Assert.Equal(Path.Combine(solution, "baselines"), usual.BaselineDirectory);
        Assert.Equal("own", own.BaselineDirectory);
    }

    [Fact]
    public void What_the_environment_gives_wins_over_the_code()
    {
        var code = new RunOptions { Seed = 1, WarmUpCap = TimeSpan.FromSeconds(9) };
        var settings = Read((Variables.Seed, "7"), (Variables.Concurrency, "2,4"));

        var options = settings.Apply(code);
        var loads = settings.Apply(Load.Closed(users: 50, "10s"));

        Assert.Equal(7UL, options.Seed);
        Assert.Equal(TimeSpan.FromSeconds(9), options.WarmUpCap);
        Assert.Equal([2, 4], loads.Cast<ClosedLoad>().Select(load => load.Users));
        Assert.All(loads, load => Assert.Equal(TimeSpan.FromSeconds(10), load.Duration));
        Assert.Equal([Variables.Concurrency, Variables.Seed], options.FromEnvironment);
    }

    [Fact]
    public void Prompts_of_the_environment_win_and_a_file_without_any_is_named()
    {
        var (file, empty) = (Path.GetTempFileName(), Path.GetTempFileName());
        File.WriteAllText(file, "{\"prompt\": \"hello\"}");
        var code = new RunOptions { Prompts = PromptFeed.Of("from the code") };

        var options = Read((Variables.Prompts, file)).Apply(code);
        var refusal = Assert.Throws<SettingException>(() =>
            Read((Variables.Prompts, empty)).Apply(code)
        );

        Assert.Equal(Path.GetFileName(file), options.Prompts!.Name);
        Assert.Same(code.Prompts, Read().Apply(code).Prompts);
        Assert.StartsWith(
            $"{Variables.Prompts}={empty} is not valid; allowed: a file of prompts",
            refusal.Message,
            StringComparison.Ordinal
        );
        File.Delete(file);
        File.Delete(empty);
    }

    [Fact]
    public void A_duration_from_the_environment_stretches_an_open_load_and_users_are_refused()
    {
        var stages = Load.Stages(0, new Stage(100, "10s"), new Stage(100, "30s"));
        var duration = Read((Variables.Duration, "4"));
        var users = Read((Variables.Concurrency, "8"));

        var stretched = Assert.IsType<OpenLoad>(Assert.Single(duration.Apply(stages)));

        Assert.Equal(TimeSpan.FromSeconds(4), stretched.Duration);
        Assert.Equal(stages.Offered / 10, stretched.Offered, tolerance: 1e-6);
        var refusal = Assert.Throws<SettingException>(() => users.Apply(stages));
        Assert.Contains("an open load has a rate", refusal.Message, StringComparison.Ordinal);
    }

    private static LoadSettings Read(params (string Name, string Value)[] variables) =>
        LoadSettings.From(variables.Select(v => KeyValuePair.Create(v.Name, v.Value)));
}
