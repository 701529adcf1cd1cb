namespace GatewayBench.Tests.Execution;

/// <summary>Whatever ends a run, what was measured until then is there.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task Cancellation_ends_with_a_partial_result_of_what_was_measured()
    {
        using var cancel = new CancellationTokenSource();
        var inSecondRow = 0;
        await using var target = new ServerTarget(context =>
        {
            // The checked exchange is the first; the tenth is in the midst of the load.
            if (cancel.Token.CanBeCanceled && inSecondRow > 0 && ++inSecondRow == 10)
            {
                cancel.Cancel();
            }
            return Runs.OkAsync(context);
        });
        var rows = Enumerable
            .Range(1, 3)
            .Select(number => new Row(
                target,
                Runs.Get.Named($"row {number}"),
                // Long enough for the tenth exchange on any machine.
                Load.Closed(1, number == 1 ? "100ms" : "1h")
            ))
            .ToList();
        var options = Runs.Options with
        {
            Progress = line =>
                inSecondRow = line.StartsWith("row 2", StringComparison.Ordinal) ? 1 : inSecondRow,
        };

        var result = await LoadRunner.RunAsync(rows, options, cancel.Token);

        Assert.True(result.Partial);
        Assert.Equal(["row 1", "row 2"], result.Rows.Select(row => row.Name));
        Assert.True(result.Rows[0].Successes > 0);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_it_measured_anything_has_no_rows_and_is_not_valid()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = new ServerTarget(Runs.OkAsync);
        var options = Runs.Options with { Progress = _ => cancel.Cancel() };

        var result = await LoadRunner.RunAsync(
            [new Row(target, Runs.Get, Load.Closed(1, "100ms"))],
            options,
            cancel.Token
        );

        Assert.Empty(result.Rows);
        Assert.True(result.Partial);
        Assert.False(result.IsValid);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_anything_was_measured_is_stored_though_nobody_reads_its_output()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = new ServerTarget(Runs.OkAsync);
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var options = Runs.Options with
        {
            OutputDirectory = folder.FullName,
            Progress = _ => cancel.Cancel(),
            Output = _ => throw new IOException("broken pipe"),
        };

        await Assert.ThrowsAsync<IOException>(() =>
            LoadRunner.RunAsync(target, Runs.Get, Load.Closed(1, "100ms"), options, cancel.Token)
        );

        var result = Stored(folder);
        folder.Delete(recursive: true);
        Assert.True(result.Partial);
        Assert.Empty(result.Rows);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_the_midst_of_a_row_stores_it_at_once_and_calibrates_no_more()
    {
        using var cancel = new CancellationTokenSource();
        await using var gateway = Targets.SampleGateway.WithoutProvider();
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var requests = 0;
        var scenario = Scenario.Http(
            "GET /health/live",
            user =>
            {
                if (Interlocked.Increment(ref requests) == 50)
                {
                    cancel.Cancel();
                }
                return user.Get("/health/live");
            }
        );
        LoadResult? before = null;
        var options = Runs.Options with
        {
            Calibrate = true,
            OutputDirectory = folder.FullName,
            // The first line that is printed: until then only what is stored at once is stored.
            Output = _ => before ??= Stored(folder),
        };

        var result = await LoadRunner.RunAsync(
            gateway,
            scenario,
            Load.Closed(2, "1h"),
            options,
            cancel.Token
        );

        folder.Delete(recursive: true);
        Assert.True(Assert.Single(result.Rows).Successes > 0);
        Assert.True(before!.Partial);
        Assert.Equal(result.Rows[0].Successes, Assert.Single(before.Rows).Successes);
        // A calibration would have made thousands.
        Assert.InRange(requests, 50, 1_000);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_its_warm_up_has_no_row_either()
    {
        using var cancel = new CancellationTokenSource();
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            if (Interlocked.Increment(ref requests) == 10)
            {
                cancel.Cancel();
            }
            return Runs.OkAsync(context);
        });

        var result = await LoadRunner.RunAsync(
            [new Row(target, Runs.Get, Load.Closed(1, "100ms"))],
            Runs.Options with
            {
                WarmUpCap = TimeSpan.FromMinutes(1),
            },
            cancel.Token
        );

        Assert.Empty(result.Rows);
        Assert.Contains(
            "Nothing was measured: the run was ended before.",
            ConsoleReport.Lines(result)
        );
    }

    [Theory]
    [InlineData(LivePhase.Starting, 0)]
    [InlineData(LivePhase.WarmUp, 0)]
    [InlineData(LivePhase.Measuring, 1)]
    [InlineData(LivePhase.Draining, 1)]
    public async Task Whatever_a_run_is_at_when_it_is_cancelled_its_result_and_page_can_be_read(
        LivePhase phase,
        int rows
    )
    {
        using var cancel = new CancellationTokenSource();
        var seen = false;
        await using var target = new ServerTarget(context =>
        {
            // Of what is measured there is something to be lost only after an exchange of it.
            if (seen)
            {
                cancel.Cancel();
            }
            return Runs.OkAsync(context);
        });
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var options = Runs.Options with
        {
            OutputDirectory = folder.FullName,
            WarmUpCap = TimeSpan.FromSeconds(phase == LivePhase.WarmUp ? 60 : 0),
            Live = progress =>
            {
                if (progress.Phase != phase)
                {
                    return;
                }
                seen = true;
                if (phase != LivePhase.Measuring)
                {
                    cancel.Cancel();
                }
            },
        };

        var result = await LoadRunner.RunAsync(
            target,
            Runs.Get,
            Load.Closed(1, phase == LivePhase.Measuring ? "1h" : "100ms"),
            options,
            cancel.Token
        );

        var stored = Stored(folder);
        var pages = folder.GetFiles("report.html", SearchOption.AllDirectories);
        folder.Delete(recursive: true);
        Assert.True(stored.Partial);
        Assert.Equal(rows, stored.Rows.Count);
        Assert.Equal(ResultFile.Serialize(result), ResultFile.Serialize(stored));
        Assert.Single(pages);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_run_that_is_cancelled_while_it_calibrates_keeps_the_row_that_it_has(
        int calibration,
        int rows
    )
    {
        using var cancel = new CancellationTokenSource();
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            TestContext.Current.CancellationToken
        );
        await using var gateway = Targets
            .SampleGateway.Open()
            .UseProvider(provider, configKey: "OpenAI:Endpoint");
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var phases = new List<LivePhase>();
        var options = Runs.Options with
        {
            Calibrate = true,
            OutputDirectory = folder.FullName,
            Live = progress =>
            {
                if (phases.LastOrDefault() != progress.Phase)
                {
                    phases.Add(progress.Phase);
                }
                if (phases.Count(phase => phase == LivePhase.Calibrating) == calibration)
                {
                    cancel.Cancel();
                }
            },
        };

        await LoadRunner.RunAsync(
            gateway,
            GatewayScenarios.Chat(),
            Load.Closed(1, "100ms"),
            options,
            cancel.Token
        );

        var stored = Stored(folder);
        folder.Delete(recursive: true);
        Assert.Equal(calibration, phases.Count(phase => phase == LivePhase.Calibrating));
        Assert.True(stored.Partial);
        Assert.Equal(rows, stored.Rows.Count);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_writes_its_reports_is_whole_and_has_them_all()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = new ServerTarget(Runs.OkAsync);
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var options = Runs.Options with
        {
            OutputDirectory = folder.FullName,
            Output = _ => cancel.Cancel(),
        };

        await LoadRunner.RunAsync(target, Runs.Get, Load.Closed(1, "50ms"), options, cancel.Token);

        var stored = Stored(folder);
        var files = folder
            .GetFiles("*", SearchOption.AllDirectories)
            .Select(file => file.Extension);
        folder.Delete(recursive: true);
        Assert.True(cancel.IsCancellationRequested);
        Assert.False(stored.Partial);
        Assert.Single(stored.Rows);
        Assert.Equal([".hlog", ".html", ".json", ".md"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_row_is_stored_before_the_next_one_begins()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var stored = new List<(int Rows, bool Partial)>();
        var row = new Row(target, Runs.Get, Load.Closed(1, "50ms"));
        var options = Runs.Options with
        {
            OutputDirectory = folder.FullName,
            Progress = line =>
            {
                if (!line.StartsWith("row 1", StringComparison.Ordinal))
                {
                    Look();
                }
            },
        };

        await LoadRunner.RunAsync([row, row, row], options, TestContext.Current.CancellationToken);
        Look();

        folder.Delete(recursive: true);
        Assert.Equal([(1, true), (2, true), (3, false)], stored);

        void Look()
        {
            var result = Stored(folder);
            stored.Add((result.Rows.Count, result.Partial));
        }
    }

    private static LoadResult Stored(DirectoryInfo folder) =>
        ResultFile.Deserialize(
            File.ReadAllBytes(
                folder.EnumerateFiles("result.json", SearchOption.AllDirectories).Single().FullName
            )
        );
}
