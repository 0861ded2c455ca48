"""What the engines found, put together: names made full, chains of hands, quotations that go on."""
