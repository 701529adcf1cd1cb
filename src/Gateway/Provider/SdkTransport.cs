using System.ClientModel.Primitives;

namespace Gateway;

/// <summary>
/// Lets go of what was asked once a stream has begun to answer it. The request is held for as long as
/// its response, and its body, in the SDK's objects, is the whole conversation.
/// </summary>
internal sealed class SdkTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    protected override void OnReceivedResponse(
        PipelineMessage message,
        HttpResponseMessage httpResponse
    )
    {
        if (
            !message.BufferResponse
            && httpResponse is { IsSuccessStatusCode: true, RequestMessage: { } request }
        )
        {
            // As the SDK itself is about to.
            request.Content?.Dispose();
            request.Content = null;
        }
    }
}
