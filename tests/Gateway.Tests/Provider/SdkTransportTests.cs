using System.ClientModel;
using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Gateway.Tests;

public sealed class SdkTransportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_that_has_begun_holds_its_request_without_the_conversation()
    {
        using var provider = new Provider(HttpStatusCode.OK, $"data: {Chunk.Role}\n\n");
        await using var stream = provider.Ask().GetAsyncEnumerator(Cancelled);

        Assert.True(await stream.MoveNextAsync());

        Assert.Contains("Hi", provider.Sent, StringComparison.Ordinal);
        Assert.Null(provider.Request!.Content);
    }

    [Fact]
    public async Task A_refused_stream_is_still_a_failure_of_its_own()
    {
        using var provider = new Provider(HttpStatusCode.TooManyRequests, "{}");

        var failure = await Assert.ThrowsAsync<ProviderException>(async () =>
            await provider.Ask().FirstAsync(Cancelled)
        );

        Assert.Equal(ProviderFailure.RateLimited, failure.Failure);
    }

    private sealed class Provider(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        public string? Sent { get; private set; }

        public IAsyncEnumerable<ChatResponseUpdate> Ask()
        {
            var options = new OpenAIClientOptions { Transport = new SdkTransport(new(this)) };
            var sdk = new OpenAIClient(new ApiKeyCredential("none"), options);
            var client = new OpenAIChatClient(sdk, new ProviderOptions(), TimeProvider.System);
            return client.GetStreamingResponseAsync("Hi", cancellationToken: Cancelled);
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Request = request;
            Sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new(status)
            {
                RequestMessage = request,
                Content = new StringContent(body, Encoding.UTF8, "text/event-stream"),
            };
        }
    }
}
