using System.Globalization;
using System.Net.Security;
using System.Text;
using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RedisAnswerStoreTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task Gateways_share_answers_through_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        using var one = HostOver(redis);
        using var other = HostOver(redis);
        await one.StreamAsync();

        var again = await other.StreamAsync();

        Assert.Equal(["answer ", "1", ""], again.Select(update => update.Text));
        Assert.Equal(0, other.Model.Calls);
        Assert.Equal(1, other.Requests("hit"));
        Assert.Equal(
            1,
            one.Read()
                .Value("db_client_operation_duration_seconds_count", ("db_operation_name", "SET"))
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task Callers_stay_apart_in_Redis_too()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis);
        await host.AskAsync();
        host.Caller = "bob";

        Assert.Equal("answer 2", await host.AskAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Redis_is_told_how_long_to_keep_an_answer_and_never_sees_the_prompt()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis, new() { TtlSeconds = 1234 });
        await host.AskAsync("a very private prompt");

        var keys = await EvalAsync(redis, "return table.concat(redis.call('KEYS', '*'), ' ')");
        var ttl = await EvalAsync(
            redis,
            "return tostring(redis.call('TTL', redis.call('KEYS', '*')[1]))"
        );

        Assert.Matches("^gateway:answer:2:[0-9a-f]{64}$", keys);
        Assert.InRange(int.Parse(ttl, CultureInfo.InvariantCulture), 1, 1234);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_Redis_that_dies_is_a_miss_and_is_used_again_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis);
        await host.AskAsync();
        await redis.KillAsync();

        Assert.Equal("answer 2", await host.AskAsync());
        Assert.Equal("answer 3", string.Concat(await host.StreamAsync()));
        Assert.True(Failures(host) >= RedisClient.FailuresToBreak);

        await redis.RestartAsync();
        host.Clock.Advance(RedisClient.Break + RedisClient.Window);
        Assert.Equal("answer 4", await host.AskAsync());
        Assert.Equal("answer 4", await host.AskAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_Redis_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis);
        await redis.KillAsync();
        for (var i = 0; i < 10; i++)
        {
            await host.AskAsync($"prompt {i}");
        }

        var metrics = host.Read();

        Assert.Equal(20, Failures(host));
        Assert.Equal(
            RedisClient.FailuresToBreak,
            metrics.Named("db_client_operation_duration_seconds_count").Sum(s => s.Value)
        );
        Assert.Equal(
            20 - RedisClient.FailuresToBreak,
            metrics
                .Named("gateway_cache_failures_total", ("error_type", "BrokenCircuitException"))
                .Sum(s => s.Value)
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_Redis_that_does_not_answer_costs_its_time_limit_and_no_more()
    {
        await using var silent = await SilentServer.StartAsync();
        using var host = new CacheHost(
            new() { RedisTimeoutMilliseconds = 250 },
            new(new("127.0.0.1", silent.Port), "", null)
        );
        silent.Asked = () => host.Clock.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal("answer 1", await host.AskAsync());
        Assert.Equal(
            2,
            host.Read()
                .Named("gateway_cache_failures_total", ("error_type", "TimeoutRejectedException"))
                .Sum(s => s.Value)
        );
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("right", 0)]
    [InlineData("wrong", 2)]
    [InlineData("", 2)]
    public async Task A_password_is_sent_and_a_wrong_one_is_a_miss(string password, int failures)
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", "right");
        using var host = new CacheHost(null, new(AddressOf(redis), password, null));

        Assert.Equal("answer 1", await host.AskAsync());

        Assert.Equal(failures, Failures(host));
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    public async Task Over_TLS_only_a_certificate_that_is_trusted_will_do(
        bool trusted,
        int failures
    )
    {
        using var certificate = new TestCertificate();
        await using var redis = await RedisServer.StartTlsAsync(
            certificate.Path,
            certificate.KeyPath
        );
        var tls = new SslClientAuthenticationOptions();
        if (trusted)
        {
            tls.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Is(shown);
        }
        using var host = new CacheHost(null, new(AddressOf(redis), "", tls));

        Assert.Equal("answer 1", await host.AskAsync());

        Assert.Equal(failures, Failures(host));
    }

    [Fact(Timeout = HangGuard)]
    public async Task Something_in_Redis_that_is_no_answer_is_a_miss()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis);
        await host.AskAsync();
        await EvalAsync(
            redis,
            "return redis.call('SET', redis.call('KEYS', '*')[1], '{\"contents\": 7}')"
        );

        Assert.Equal("answer 2", await host.AskAsync());
        Assert.Equal("answer 2", await host.AskAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_wrong_type_in_Redis_is_a_counted_failure()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = HostOver(redis);
        await host.AskAsync();
        await EvalAsync(
            redis,
            """
            local key = redis.call('KEYS', '*')[1]
            redis.call('DEL', key)
            redis.call('RPUSH', key, 'x')
            return 'done'
            """
        );

        Assert.Equal("answer 2", await host.AskAsync());
        Assert.Equal(1, Failures(host));
    }

    private static CacheHost HostOver(RedisServer redis, PromptCacheOptions? options = null) =>
        new(options, DoorTo(redis));

    private static RedisDoor DoorTo(RedisServer redis) => new(AddressOf(redis), "", null);

    private static RedisAddress AddressOf(RedisServer redis) =>
        RedisAddress.TryParse(redis.Address)!;

    private static double Failures(CacheHost host) =>
        host.Read().Named("gateway_cache_failures_total").Sum(s => s.Value);

    private static async Task<string> EvalAsync(RedisServer redis, string script)
    {
        using var connection = await DoorTo(redis).OpenAsync(TestContext.Current.CancellationToken);
        var reply = await connection.AskAsync(
            "EVAL",
            [Encoding.UTF8.GetBytes(script), "0"u8.ToArray()],
            TestContext.Current.CancellationToken
        );
        return Encoding.UTF8.GetString(reply!.Value.Span);
    }
}
