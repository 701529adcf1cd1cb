namespace GatewayBench;

/// <summary>What a client asks of a model, whatever provider's words it used.</summary>
internal record ModelRequest
{
    /// <summary>Any name; it is echoed.</summary>
    public required string Model { get; init; }

    public required Prompt Prompt { get; init; }

    /// <summary>The most tokens that the reply may have; null for no limit.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How many replies to the same prompt; 0 where only its vectors are asked for.</summary>
    public int Choices { get; init; } = 1;

    public bool IsStreamed { get; init; }

    /// <summary>Whether a stream is to end with the usage.</summary>
    public bool WantsUsage { get; init; }

    /// <summary>UTF-8 texts before which the reply ends; null for none.</summary>
    public IReadOnlyList<byte[]>? Stops { get; init; }

    /// <summary>The last message of the user; null where it was not read, for no script needs it.</summary>
    public string? UserText { get; init; }

    /// <summary>How many messages of the assistant follow the last one of the user.</summary>
    public int TurnStep { get; init; }

    /// <summary>The <see cref="UserMarker"/>s in it; null without any.</summary>
    public IReadOnlyList<ulong>? Markers { get; set; }

    /// <summary>What it allows and demands of tools; null where it offers none.</summary>
    public ToolOffer? Tools { get; init; }
}
