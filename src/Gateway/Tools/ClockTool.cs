using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Tells the model what time it is.</summary>
internal sealed class ClockTool(TimeProvider clock) : AIFunction
{
    public const string ToolName = "clock";

    private const int MaxZoneChars = 64;

    public override string Name => ToolName;

    public override string Description => "The current date and time in a time zone.";

    public override JsonElement JsonSchema { get; } =
        ToolSchema.Of(
            """
            {
              "type": "object",
              "properties": {
                "time_zone": {
                  "type": "string",
                  "description": "IANA name such as Europe/Oslo; UTC if left out."
                }
              }
            }
            """
        );

    protected override ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var name = arguments.OptionalText("time_zone", MaxZoneChars) ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            throw ToolArguments.Refused(
                "time_zone",
                $"'{Quoted.Truncate(name)}'",
                "an IANA name such as Europe/Oslo, or UTC"
            );
        }
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        return new(
            now.ToString("dddd, yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
                + $" ({name})"
        );
    }
}
