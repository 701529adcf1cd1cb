using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class HttpToolTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/plain; charset=utf-8", "Grüße")]
    [InlineData("text/html", "<p>Grüße</p>")]
    [InlineData("application/json", """{"a":1}""")]
    [InlineData("application/problem+json", "{}")]
    [InlineData("text/plain; charset=nonsense", "Grüße")]
    public async Task A_page_of_an_allowed_host_is_fetched(string type, string text)
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.StatusCode = 203;
            context.Response.ContentType = type;
            return context.Response.WriteAsync(text);
        });
        using var agent = site.Allowing();

        var page = await FetchAsync(agent, $"{site.Url}/page?q=1");

        Assert.Equal(203, page.GetProperty("status").GetInt32());
        Assert.Equal(text, page.Text("text"));
        Assert.Equal($"{site.Url}/page?q=1", page.Text("url"));
        Assert.False(page.TryGetProperty("note", out _));
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    [InlineData(50_000, true)]
    public async Task A_long_page_is_read_up_to_the_limit(int length, bool isCut)
    {
        await using var site = await Site.StartAsync(context =>
            context.Response.WriteAsync(new string('x', length))
        );
        using var agent = site.Allowing(("Tools:Http:MaxBytes", "1024"));

        var page = await FetchAsync(agent, site.Url);

        Assert.Equal(1024, page.Text("text").Length);
        Assert.Equal(
            isCut ? "Only the first 1024 bytes." : null,
            page.TryGetProperty("note", out var note) ? note.GetString() : null
        );
    }

    [Theory]
    [InlineData("image/png", null)]
    [InlineData("application/octet-stream", null)]
    [InlineData("text/plain", "gzip")]
    public async Task What_is_no_plain_text_is_refused(string type, string? encoding)
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.WriteAsync("...");
        });
        using var agent = site.Allowing();

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, site.Url));

        Assert.Equal(
            $"127.0.0.1 answered with status 200 and '{type}': only plain text, HTML, JSON and XML can be read.",
            failure.Message
        );
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("http://127.0.0.1:1/")]
    public async Task Another_host_port_or_scheme_is_refused_and_not_asked(string url)
    {
        await using var site = await Site.StartAsync(context => Task.CompletedTask);
        using var agent = site.Allowing();

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, url));

        Assert.Equal(
            $"url is '{url}': allowed is an http or https address, without a user, of 127.0.0.1:{site.Port}.",
            failure.Message
        );
        Assert.Equal(0, site.Requests);
    }

    [Fact]
    public async Task A_user_in_the_address_is_refused()
    {
        await using var site = await Site.StartAsync(context => Task.CompletedTask);
        using var agent = site.Allowing();

        await Assert.ThrowsAsync<ToolException>(() =>
            FetchAsync(agent, $"http://user:word@127.0.0.1:{site.Port}/")
        );
        Assert.Equal(0, site.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_on_allowed_hosts()
    {
        await using var site = await Site.StartAsync(context =>
        {
            if (context.Request.Path != "/there")
            {
                context.Response.Redirect("/there");
                return Task.CompletedTask;
            }
            return context.Response.WriteAsync("found");
        });
        using var agent = site.Allowing();

        var page = await FetchAsync(agent, $"{site.Url}/here");

        Assert.Equal("found", page.Text("text"));
        Assert.Equal($"{site.Url}/there", page.Text("url"));
    }

    [Fact]
    public async Task A_redirect_elsewhere_is_refused()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.Redirect("http://169.254.169.254/latest");
            return Task.CompletedTask;
        });
        using var agent = site.Allowing();

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, site.Url));

        Assert.StartsWith(
            "the redirect of 127.0.0.1 is 'http://169.254.169.254/latest': allowed is",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, site.Requests);
    }

    [Fact]
    public async Task Redirects_without_end_are_refused()
    {
        await using var site = await Site.StartAsync(context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        using var agent = site.Allowing();

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, site.Url));

        Assert.Equal("127.0.0.1 redirects more than 5 times.", failure.Message);
        Assert.Equal(6, site.Requests);
    }

    [Fact]
    public async Task An_allowed_host_with_a_private_address_is_refused_unless_its_network_is_allowed()
    {
        await using var site = await Site.StartAsync(context => Task.CompletedTask);
        using var agent = new TestAgent(
            new ScriptedModel(),
            ("Tools:Http:AllowedHosts:0", $"127.0.0.1:{site.Port}")
        );

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, site.Url));

        Assert.Equal("127.0.0.1 leads to no address that is allowed.", failure.Message);
        Assert.Equal(0, site.Requests);
    }

    [Fact]
    public async Task A_host_that_takes_too_long_is_given_up()
    {
        await using var site = await Site.HangAsync();
        using var agent = site.Allowing(("Tools:Http:TimeoutSeconds", "3"));

        var fetch = FetchAsync(agent, site.Url);
        await site.Arrived;
        agent.Clock.Advance(TimeSpan.FromSeconds(3));

        var failure = await Assert.ThrowsAsync<ToolException>(() => fetch);
        Assert.Equal("127.0.0.1 did not answer within 3 s.", failure.Message);
        Assert.Equal(ToolException.TimedOut, failure.ErrorType);
        await site.Left.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_fetch()
    {
        await using var site = await Site.HangAsync();
        using var agent = site.Allowing();
        using var leave = new CancellationTokenSource();

        var fetch = FetchAsync(agent, site.Url, leave);
        await site.Arrived;
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        await site.Left.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task A_host_that_is_down_gives_no_answer()
    {
        var site = await Site.StartAsync(context => Task.CompletedTask);
        using var agent = site.Allowing();
        await site.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ToolException>(() => FetchAsync(agent, site.Url));

        Assert.Equal("127.0.0.1 gave no answer.", failure.Message);
    }

    [Theory]
    [InlineData(
        "AllowedHosts:0",
        "http://a",
        "Tools:Http:AllowedHosts is 'http://a': allowed is the name"
    )]
    [InlineData("AllowedNetworks:0", "10.0.0.0/33", "Tools:Http:AllowedNetworks is '10.0.0.0/33'")]
    [InlineData("MaxBytes", "1023", "Tools:Http:MaxBytes is '1023'")]
    [InlineData("TimeoutSeconds", "61", "Tools:Http:TimeoutSeconds is '61'")]
    public void A_bad_setting_is_refused(string key, string value, string expected)
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            new TestAgent(new ScriptedModel(), ($"Tools:Http:{key}", value))
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> FetchAsync(
        TestAgent agent,
        string url,
        CancellationTokenSource? leave = null
    )
    {
        var tool = agent.Services.GetServices<AIFunction>().OfType<HttpTool>().Single();
        var told = await tool.InvokeAsync(new() { ["url"] = url }, leave?.Token ?? Cancelled);
        return JsonDocument.Parse((string)told!).RootElement;
    }
}
