using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The body of a 5xx.</summary>
internal static class UnavailabilityErrors
{
    public static ApiError From(in Unavailability why) =>
        why.Reason == RefusalReason.Overload
            ? new ApiError(
                StatusCodes.Status503ServiceUnavailable,
                "The server is overloaded with other requests. Please try again later.",
                Code: "overloaded",
                Type: "server_error"
            )
            : new ApiError(
                why.Status ?? StatusCodes.Status503ServiceUnavailable,
                "The server is down for the moment. Please try again later.",
                Type: "server_error"
            );
}
