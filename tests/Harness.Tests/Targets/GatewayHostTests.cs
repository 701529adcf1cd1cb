using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GatewayBench.Tests.Targets;

public sealed class GatewayHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_the_gateway_in_production_on_a_loopback_port_of_its_own()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        await gateway.StartAsync(Cancellation);

        Assert.Equal("127.0.0.1", gateway.BaseAddress.Host);
        Assert.NotEqual(0, gateway.BaseAddress.Port);
        var environment = gateway.Services.GetRequiredService<IWebHostEnvironment>();
        Assert.Equal("Production", environment.EnvironmentName);
        Assert.Equal("Gateway", gateway.Info.Name);
        Assert.Equal("loopback", gateway.Info.Transport);
        using var client = new HttpClient();
        var health = await client.GetAsync(
            new Uri(gateway.BaseAddress, "/health/live"),
            Cancellation
        );
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData(Hosting.InProcess)]
    [InlineData(Hosting.Child)]
    public async Task It_tells_what_was_set_without_secrets_and_addresses_of_providers(
        Hosting hosting
    )
    {
        await using var provider = await FakeProvider.StartAsync(cancellationToken: Cancellation);
        await using var gateway = SampleGateway
            .Open()
            .UseHosting(hosting)
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseSetting("OpenAI:ApiKey", "not-for-reports");
        await gateway.StartAsync(Cancellation);

        Assert.Equal(
            ["Auth:Enabled=false", "OpenAI:ApiKey=[redacted]", "RateLimit:Enabled=false"],
            gateway.Info.Settings
        );
        Assert.Empty(gateway.Info.ProviderOptions!);
    }

    [Fact]
    public async Task It_tells_the_options_of_its_providers_and_nothing_without_one()
    {
        await using var slow = await FakeProvider.StartAsync(
            options => options.Latency = Delay.Parse("1s"),
            Cancellation
        );
        await using var few = await FakeProvider.StartAsync(
            options => options.Slots = 3,
            Cancellation
        );
        await using var one = SampleGateway
            .Open()
            .UseProvider(slow, "OpenAI:Endpoint")
            .UseProvider(slow, "Other:Endpoint");
        await using var two = SampleGateway
            .Open()
            .UseProvider(slow, "OpenAI:Endpoint")
            .UseProvider(few, "Other:Endpoint");
        await using var none = SampleGateway.WithoutProvider();
        foreach (var gateway in new[] { one, two, none })
        {
            await gateway.StartAsync(Cancellation);
        }

        Assert.Equal(["Latency=1s"], one.Info.ProviderOptions!);
        Assert.Equal(["1: Latency=1s", "2: Slots=3"], two.Info.ProviderOptions!);
        Assert.Null(none.Info.ProviderOptions);
    }

    [Fact]
    public async Task It_leaves_Ctrl_C_to_the_run()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        await gateway.StartAsync(Cancellation);

        Assert.IsType<NoConsoleLifetime>(gateway.Services.GetRequiredService<IHostLifetime>());
    }

    [Fact]
    public async Task It_starts_with_the_gateways_own_settings_file_and_ours_win()
    {
        await using var gateway = SampleGateway
            .WithoutProvider()
            .UseSetting("OpenAI:Model", "our-model");
        await gateway.StartAsync(Cancellation);

        var configuration = gateway.Services.GetRequiredService<IConfiguration>();
        Assert.Equal("our-model", configuration["OpenAI:Model"]);
        var root = gateway.Services.GetRequiredService<IWebHostEnvironment>().ContentRootPath;
        Assert.True(File.Exists(Path.Combine(root, "appsettings.json")), root);
    }

    [Fact]
    public async Task Chat_goes_through_the_gateway_to_the_provider()
    {
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, configKey: "OpenAI:Endpoint");

        var row = await Execution.Runs.AnsweredRowAsync(gateway, GatewayScenarios.Chat());

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal(row.Successes + 1, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task Two_gateways_with_two_providers_live_side_by_side_with_metrics_of_their_own()
    {
        await using var one = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        await using var two = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        await using var first = SampleGateway.Open().UseProvider(one, "OpenAI:Endpoint");
        await using var second = SampleGateway.Open().UseProvider(two, "OpenAI:Endpoint");
        await second.StartAsync(Cancellation);

        var row = await Execution.Runs.AnsweredRowAsync(first, GatewayScenarios.Chat());

        Assert.True(row.Successes > 0);
        Assert.Equal(0, two.GetStatistics().ChatRequests);
        Assert.Contains(
            "http_route=\"/api/chat\"",
            await MetricsOf(first),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("/api/chat", await MetricsOf(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_keys_are_blanked_whatever_gave_them()
    {
        const string Variable = "TEST_OPENAI_API_KEY";
        Environment.SetEnvironmentVariable(Variable, "sk-real");
        try
        {
            await using var gateway = SampleGateway.WithoutProvider();
            await gateway.StartAsync(Cancellation);

            var configuration = gateway.Services.GetRequiredService<IConfiguration>();
            Assert.Equal(ProviderKeys.Placeholder, configuration[Variable]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task Logs_are_off_unless_asked_for()
    {
        await using var silent = SampleGateway.WithoutProvider();
        await using var loud = SampleGateway
            .WithoutProvider()
            .UseLogging(logging => logging.AddSimpleConsole());
        await silent.StartAsync(Cancellation);
        await loud.StartAsync(Cancellation);

        Assert.False(LogsAnything(silent));
        Assert.True(LogsAnything(loud));

        static bool LogsAnything(GatewayHost<Program> gateway) =>
            gateway
                .Services.GetRequiredService<ILoggerFactory>()
                .CreateLogger("Microsoft.AspNetCore.Server.Kestrel")
                .IsEnabled(LogLevel.Critical);
    }

    [Fact]
    public async Task An_occupied_port_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var gateway = SampleGateway.WithoutProvider().UsePort(port);

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            gateway.StartAsync(Cancellation)
        );

        Assert.Equal(
            $"Gateway 'Gateway' did not start: port {port} on 127.0.0.1 is in use; allowed: a free port, or 0 for any",
            error.Message
        );
    }

    [Fact]
    public async Task A_gateway_that_does_not_start_says_why_every_time()
    {
        // The factory loses the reason in a race, so once would prove little.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await using var gateway = SampleGateway
                .WithoutProvider()
                .UseSetting("OpenAI:TimeoutSeconds", "-3");

            var error = await Assert.ThrowsAsync<TargetStartException>(() =>
                gateway.StartAsync(Cancellation)
            );

            Assert.StartsWith(
                "Gateway 'Gateway' did not start: OptionsValidationException: OpenAI:TimeoutSeconds is '-3'",
                error.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task An_endpoint_of_the_gateways_configuration_is_not_opened()
    {
        await using var gateway = SampleGateway
            .WithoutProvider()
            .UseSetting("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:0");
        await gateway.StartAsync(Cancellation);

        Assert.Equal("127.0.0.1", gateway.BaseAddress.Host);
    }

    [Fact]
    public async Task A_gateway_that_listens_beyond_loopback_is_refused()
    {
        await using var gateway = SampleGateway
            .WithoutProvider()
            .ConfigureServices(services =>
                services.Configure<KestrelServerOptions>(o => o.ListenAnyIP(0))
            );

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            gateway.StartAsync(Cancellation)
        );

        Assert.Contains("allowed: loopback only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_started_it_takes_no_more_settings()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        await gateway.StartAsync(Cancellation);

        Assert.Throws<InvalidOperationException>(() => gateway.UseSetting("a", "b"));
    }

    [Fact]
    public async Task Starting_twice_at_once_starts_one_gateway()
    {
        await using var gateway = SampleGateway.WithoutProvider();

        await Task.WhenAll(gateway.StartAsync(Cancellation), gateway.StartAsync(Cancellation));

        Assert.NotEqual(0, gateway.BaseAddress.Port);
    }

    private static async Task<string> MetricsOf(GatewayHost<Program> gateway)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(gateway.BaseAddress, "/metrics"), Cancellation);
    }
}
